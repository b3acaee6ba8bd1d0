import { expect, test } from 'vitest';
import { canBecome, canMove, mayCancel, mayMove } from './lifecycle';
import type { BookingStatus } from './types';

const startsAt = new Date('2026-11-24T12:00:00Z');
const endsAt = new Date('2026-11-24T13:00:00Z');
const booking = (status: BookingStatus) => ({ status, startsAt, endsAt });
const before = (minutes: number) => new Date(startsAt.getTime() - minutes * 60_000);

test('a cancelled booking stays cancelled', () => {
  const all: BookingStatus[] = [
    'held',
    'confirmed',
    'checked-in',
    'completed',
    'no-show',
    'cancelled',
    'expired',
  ];
  expect(all.filter((status) => canBecome('cancelled', status))).toEqual([]);
});

test('a hold that ended may still be confirmed', () => {
  expect(canBecome('expired', 'confirmed')).toBe(true);
});

test('cancelling is allowed at exactly the notice and not a moment later', () => {
  const rule = { changeNoticeMinutes: 120 };
  expect(mayCancel(booking('confirmed'), { ...rule, now: before(120) }).ok).toBe(true);
  const late = new Date(before(120).getTime() + 1);
  expect(mayCancel(booking('confirmed'), { ...rule, now: late })).toEqual({
    ok: false,
    reason: 'too-late',
    until: before(120),
  });
});

test('P19 staff are not bound by the notice, but nobody cancels what is over', () => {
  expect(mayCancel(booking('confirmed'), { now: before(1) }).ok).toBe(true);
  expect(mayCancel(booking('confirmed'), { now: endsAt })).toEqual({ ok: false, reason: 'already-over' });
});

test('a hold may be given up at any time', () => {
  expect(mayCancel(booking('held'), { now: endsAt, changeNoticeMinutes: 120 }).ok).toBe(true);
});

test('only an agreed booking moves', () => {
  expect(mayMove(booking('confirmed'), { now: before(300), changeNoticeMinutes: 120 }).ok).toBe(true);
  expect(canMove(booking('cancelled'), before(300))).toEqual({
    ok: false,
    reason: 'wrong-state',
    status: 'cancelled',
  });
});
