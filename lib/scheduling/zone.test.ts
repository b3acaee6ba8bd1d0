import { describe, expect, test } from 'vitest';
import { AppError } from '../kernel/app-error';
import {
  addDays,
  dayNumberOf,
  localDateOf,
  localDayRange,
  minuteOfDay,
  toEpochMinuteOf,
  weekdayOf,
  zoneDays,
} from './zone';

const newYork = 'America/New_York';
const utc = (text: string): number => Date.parse(`${text}Z`) / 60_000;
const length = ({ start, end }: { start: number; end: number }): number => end - start;

describe('local days', () => {
  test('P17 a day in Chennai begins at 18:30 UTC of the day before, whatever the zone of the server', () => {
    expect(localDayRange('2026-11-28', 'Asia/Kolkata')).toEqual({
      start: utc('2026-11-27T18:30'),
      end: utc('2026-11-28T18:30'),
    });
  });

  test('P17 23:59 belongs to its day and 00:00 to the next', () => {
    const { start } = localDayRange('2026-11-28', 'Asia/Kolkata');
    expect([localDateOf(start - 1, 'Asia/Kolkata'), minuteOfDay(start - 1, 'Asia/Kolkata')]).toEqual([
      '2026-11-27',
      1439,
    ]);
    expect([localDateOf(start, 'Asia/Kolkata'), minuteOfDay(start, 'Asia/Kolkata')]).toEqual([
      '2026-11-28',
      0,
    ]);
  });

  test('a spring-forward day has 23 hours and a fall-back day 25', () => {
    expect(length(localDayRange('2026-03-08', newYork))).toBe(23 * 60);
    expect(length(localDayRange('2026-11-01', newYork))).toBe(25 * 60);
  });

  test('a day whose midnight is jumped over begins after the jump', () => {
    const cairo = localDayRange('2026-04-24', 'Africa/Cairo');
    expect(length(cairo)).toBe(23 * 60);
    expect(minuteOfDay(cairo.start, 'Africa/Cairo')).toBe(60);
    expect(toEpochMinuteOf('2026-04-24', 0, 'Africa/Cairo')).toBe(cairo.start);
  });
});

describe('wall-clock times', () => {
  test('a time past 24:00 is on the next day', () => {
    expect(toEpochMinuteOf('2026-11-28', 1500, 'Asia/Kolkata')).toBe(
      toEpochMinuteOf('2026-11-29', 60, 'Asia/Kolkata'),
    );
  });

  test('a time that the clocks jump over is the moment of the jump', () => {
    const jump = utc('2026-03-08T07:00');
    for (const minute of [120, 150, 179, 180])
      expect(toEpochMinuteOf('2026-03-08', minute, newYork)).toBe(jump);
    expect(toEpochMinuteOf('2026-03-08', 181, newYork)).toBe(jump + 1);
    expect(zoneDays(newYork).at(dayNumberOf('2026-03-08'), 150, 'last')).toBe(jump);
  });

  test('a time that comes twice is its first coming unless the last is asked for', () => {
    const days = zoneDays(newYork);
    const day = dayNumberOf('2026-11-01');
    expect(days.at(day, 90)).toBe(utc('2026-11-01T05:30'));
    expect(days.at(day, 90, 'last')).toBe(utc('2026-11-01T06:30'));
    expect(days.at(day, 120)).toBe(utc('2026-11-01T07:00'));
    expect(days.lastEnd(day, 60)).toBe(utc('2026-11-01T05:00'));
    expect(days.lastEnd(day, 90)).toBe(utc('2026-11-01T06:30'));
  });

  test('every minute of two years in three zones comes back as its own date and time, except in repeated hours', () => {
    for (const zone of [newYork, 'Asia/Kolkata', 'Australia/Lord_Howe']) {
      const days = zoneDays(zone);
      for (let minute = utc('2026-01-01T00:00'); minute < utc('2028-01-01T00:00'); minute += 517) {
        const date = localDateOf(minute, zone);
        expect(days.dateOf(days.dayOf(minute))).toBe(date);
        const wall = minuteOfDay(minute, zone);
        expect([days.at(dayNumberOf(date), wall), days.at(dayNumberOf(date), wall, 'last')]).toContain(
          minute,
        );
      }
    }
  });
});

describe('dates', () => {
  test('dates count over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('1969-12-28')).toBe(7);
  });

  test('an impossible date and an unknown zone are refused by name', () => {
    for (const date of ['2026-02-29', '2026-13-01', '26-1-1', '']) {
      expect(() => addDays(date, 1)).toThrow(AppError);
    }
    expect(() => localDateOf(0, 'Mars/Olympus')).toThrow(/Mars\/Olympus/);
    expect(() => localDayRange('2026-01-01', '')).toThrow(AppError);
  });
});
