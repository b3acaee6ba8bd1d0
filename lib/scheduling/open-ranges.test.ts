import { describe, expect, test } from 'vitest';
import { club, clock, daily, moment } from './club.fixture';
import { openRanges, type OpenRangesInput } from './open-ranges';

const ask = (change: Partial<OpenRangesInput>) => {
  const { zone, hours, closures, fromDate, toDate } = club();
  return openRanges({ zone, hours, closures, fromDate, toDate, resourceId: 'court-1', ...change });
};
const range = (from: string, to: string, date = '2026-11-28') => ({
  start: moment(date, from),
  end: moment(date, to),
});

describe('open ranges', () => {
  test('are the hours without breaks and closures, touching ranges joined', () => {
    const hours = [
      ...daily('06:00', '12:00'),
      ...daily('12:00', '22:00'),
      ...daily('13:00', '14:00', { kind: 'break' }),
    ];
    const closure = {
      resourceId: null,
      startsOn: '2026-11-28',
      endsOn: '2026-11-28',
      fromMinute: clock('20:00'),
      yearly: false,
      reason: {},
    };
    expect(ask({ hours, closures: [closure] })).toEqual([range('06:00', '13:00'), range('14:00', '20:00')]);
  });

  test('P17 what runs past midnight shows on both days, cut at midnight when one day is asked for', () => {
    const hours = daily('23:00', '25:00').filter(({ weekday }) => weekday === 6);
    expect(ask({ hours })).toEqual([range('23:00', '24:00')]);
    expect(ask({ hours, fromDate: '2026-11-29', toDate: '2026-11-29' })).toEqual([
      range('00:00', '01:00', '2026-11-29'),
    ]);
    expect(ask({ hours, toDate: '2026-11-29' })).toEqual([range('23:00', '25:00')]);
  });

  test('are none on a closed day and in an upside-down span', () => {
    expect(ask({ hours: [] })).toEqual([]);
    expect(ask({ toDate: '2026-11-27' })).toEqual([]);
  });

  test('are an hour shorter where the clocks go forward within them', () => {
    const zone = 'America/New_York';
    const [night] = ask({
      zone,
      hours: daily('00:00', '06:00'),
      fromDate: '2026-03-08',
      toDate: '2026-03-08',
    });
    expect(night && night.end - night.start).toBe(5 * 60);
  });
});
