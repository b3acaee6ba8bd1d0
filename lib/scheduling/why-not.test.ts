import { describe, expect, test } from 'vitest';
import { club, clock, daily, moment } from './club.fixture';
import type { AvailabilityInput, Closure } from './types';
import { whyNot } from './why-not';

const { service } = club();
const ask = (change: Partial<AvailabilityInput>, time: string, { date = '2026-11-28', minutes = 60 } = {}) =>
  whyNot(club(change), 'court-1', moment(date, time), minutes);
const taken = [
  {
    resourceId: 'court-1',
    unit: 1,
    start: moment('2026-11-28', '18:00'),
    end: moment('2026-11-28', '19:00'),
  },
];

describe('why a start is not offered', () => {
  test('P28 an offered start has no reason', () => {
    expect(ask({}, '18:00')).toBeNull();
    expect(whyNot(club(), 'court-1', moment('2026-11-28', '18:00'))).toBeNull();
  });

  test('P28 past, notice and horizon say what may be booked instead', () => {
    expect(ask({}, '09:00', { date: '2026-11-23' })).toEqual({ kind: 'past' });
    expect(ask({ service: { ...service, noticeMinutes: 90 } }, '11:00', { date: '2026-11-23' })).toEqual({
      kind: 'notice',
      opensAt: moment('2026-11-23', '11:30'),
    });
    expect(ask({ service: { ...service, horizonDays: 4 } }, '18:00')).toEqual({
      kind: 'beyond-horizon',
      lastDate: '2026-11-27',
    });
  });

  test('P28 a closure says its reason, but not outside the hours', () => {
    const leave: Closure = {
      resourceId: 'court-1',
      startsOn: '2026-11-28',
      endsOn: '2026-11-28',
      yearly: false,
      reason: { ta: 'பராமரிப்பு' },
    };
    expect(ask({ closures: [leave] }, '18:00')).toEqual({ kind: 'closure', reason: { ta: 'பராமரிப்பு' } });
    expect(ask({ closures: [leave] }, '23:00')).toEqual({ kind: 'outside-hours' });
  });

  test('P28 hours and breaks are told apart', () => {
    const hours = [...daily('06:00', '22:00'), ...daily('13:00', '14:00', { kind: 'break' })];
    expect(ask({ hours }, '13:00')).toEqual({ kind: 'break' });
    expect(ask({ hours }, '12:30')).toEqual({ kind: 'break' });
    expect(ask({ hours }, '05:00')).toEqual({ kind: 'outside-hours' });
    expect(ask({ hours }, '21:30')).toEqual({ kind: 'outside-hours' });
  });

  test('P28 a taken slot is taken, buffers included, until its last unit', () => {
    expect(ask({ busy: taken }, '18:00')).toEqual({ kind: 'taken' });
    expect(ask({ busy: taken, service: { ...service, bufferAfterMinutes: 10 } }, '17:00')).toEqual({
      kind: 'taken',
    });
    expect(ask({ busy: taken, resources: [{ resourceId: 'court-1', capacity: 2 }] }, '18:00')).toBeNull();
  });

  test('P28 a start off the step names the offered starts around it', () => {
    expect(ask({ busy: taken }, '19:20')).toEqual({
      kind: 'off-step',
      nearest: [moment('2026-11-28', '19:00'), moment('2026-11-28', '20:00')],
    });
    expect(ask({ busy: taken }, '17:00')).toBeNull();
    expect(ask({ hours: daily('06:00', '07:30') }, '06:30')).toEqual({
      kind: 'off-step',
      nearest: [moment('2026-11-28', '06:00')],
    });
  });

  test('P28 a length that is not offered says so', () => {
    expect(ask({}, '18:00', { minutes: 45 })).toEqual({ kind: 'duration' });
  });

  test('the dates and the resource to which the question was narrowed do not matter', () => {
    const elsewhere = { fromDate: '2026-12-20', toDate: '2026-12-20', resourceId: 'court-9', busy: taken };
    expect(ask(elsewhere, '17:00')).toBeNull();
    expect(ask(elsewhere, '18:00')).toEqual({ kind: 'taken' });
  });

  test('a resource without the service is refused', () => {
    expect(() => whyNot(club(), 'court-9', moment('2026-11-28', '18:00'))).toThrow(/court-9/);
  });

  test('a start after midnight belongs to the night in which it falls', () => {
    const hours = daily('20:00', '26:00', {}).filter(({ weekday }) => weekday === 5);
    expect(ask({ hours }, '01:00')).toBeNull();
    expect(ask({ hours }, '01:00', { date: '2026-11-29' })).toEqual({ kind: 'outside-hours' });
    expect(clock('26:00')).toBe(1560);
  });
});
