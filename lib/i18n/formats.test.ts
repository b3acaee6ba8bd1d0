import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/local-text';
import { formatDay, formatDayTitle } from './format-day';
import { formatMoney } from './format-money';
import { formatDuration, formatSpanTitle, formatTime, formatTimeSpan } from './format-time';

const at = (hour: number, minute = 0): number => hour * 60 + minute;

describe('days', () => {
  it('are named by weekday and date, with today and tomorrow in words', () => {
    expect(formatDay('ta', '2026-11-28')).toBe('சனி, 28 நவ');
    expect(formatDay('ta', '2026-11-23', '2026-11-22')).toBe('நாளை, திங்கள், 23 நவ');
    expect(formatDay('en', '2026-11-22', '2026-11-22')).toBe('today, Sunday, 22 Nov');
  });

  it('fit into the title of a list row on every day of a year, in every language', () => {
    expect(formatDayTitle('ta', '2026-11-22', '2026-11-22')).toBe('இன்று · ஞா 22 நவ');
    for (const language of languages) {
      for (let day = 0; day < 366; day += 1) {
        const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
        expect(Array.from(formatDayTitle(language, date, date)).length).toBeLessThanOrEqual(24);
        expect(Array.from(formatDayTitle(language, date, '2025-01-01')).length).toBeLessThanOrEqual(24);
      }
    }
  });
});

describe('times', () => {
  it('P26 always carry the part of the day in words', () => {
    expect(formatTimeSpan('ta', at(18), at(19))).toBe('மாலை 6:00 – 7:00');
    expect(formatTimeSpan('ta', at(18), at(20))).toBe('மாலை 6:00 – இரவு 8:00');
    expect(formatTimeSpan('en', at(18, 30), at(19, 30))).toBe('evening 6:30 – 7:30 PM');
    expect(formatTimeSpan('en', at(11), at(13))).toBe('morning 11:00 AM – afternoon 1:00 PM');
  });

  it('say past midnight and a whole day without confusion', () => {
    expect(formatTimeSpan('en', at(23), at(25))).toBe('night 11:00 PM – night 1:00 AM');
    expect(formatTimeSpan('en', at(6), at(22))).toBe('morning 6:00 AM – night 10:00 PM');
    expect(formatTime('ta', at(0))).toBe('இரவு 12:00');
    expect(formatTime('en', at(12))).toBe('12:00 PM');
  });

  it('fit into the title of a list row for every span of a day', () => {
    for (const language of languages) {
      for (let from = 0; from < 1440; from += 5) {
        for (const length of [10, 60, 120, 720]) {
          expect(Array.from(formatSpanTitle(language, from, from + length)).length).toBeLessThanOrEqual(24);
        }
      }
    }
  });

  it('name lengths as people say them', () => {
    expect(formatDuration('en', 60)).toBe('1 hour');
    expect(formatDuration('ta', 90)).toBe('1½ மணி நேரம்');
    expect(formatDuration('en', 15)).toBe('15 minutes');
  });
});

describe('money', () => {
  it('is in rupees, grouped the Indian way, with paise only where there are any', () => {
    expect(formatMoney(60_000)).toBe('₹600');
    expect(formatMoney(12_000_000)).toBe('₹1,20,000');
    expect(formatMoney(9_950)).toBe('₹99.50');
  });
});
