import { describe, expect, it } from 'vitest';
import { toEpochMinuteOf } from '../scheduling/zone';
import { decide, type DueReminder } from './decide';

const zone = 'Asia/Kolkata';
const quiet = { from: 21 * 60 + 30, to: 7 * 60 };
const at = (day: number, hour: number, minute = 0): number =>
  toEpochMinuteOf(`2026-12-0${String(day)}`, hour * 60 + minute, zone);

const start = at(5, 18);
const due: DueReminder = {
  kind: 'before',
  startsAt: start,
  dueAt: at(5, 16),
  expiresAt: start,
  ruleGone: false,
  overtaken: false,
  bookedAgain: false,
};
const standing = { status: 'confirmed', startsAt: start } as const;
const when = (now: number) => ({ zone, quiet, now });

describe('a reminder that a worker has in hand', () => {
  it('is sent once it is due and until the start', () => {
    expect(decide(due, standing, when(at(5, 16)))).toEqual({ do: 'send' });
    expect(decide(due, standing, when(start - 1))).toEqual({ do: 'send' });
    expect(decide(due, standing, when(start))).toEqual({ do: 'give-up', reason: 'too-late' });
  });

  it('waits where it has been planned for later meanwhile', () => {
    expect(decide(due, standing, when(at(5, 15)))).toEqual({ do: 'wait', until: at(5, 16) });
  });

  it('is forgotten when its booking no longer stands then, or its rule is gone', () => {
    for (const status of ['cancelled', 'no-show', 'checked-in', 'completed', 'expired'] as const)
      expect(decide(due, { ...standing, status }, when(at(5, 16)))).toEqual({ do: 'forget' });
    expect(decide(due, { ...standing, startsAt: start + 60 }, when(at(5, 16)))).toEqual({ do: 'forget' });
    expect(decide({ ...due, ruleGone: true }, standing, when(at(5, 16)))).toEqual({ do: 'forget' });
  });

  it('of two that have waited for a worker only the later is sent', () => {
    expect(decide({ ...due, overtaken: true }, standing, when(at(5, 17)))).toEqual({
      do: 'give-up',
      reason: 'overtaken',
    });
  });

  it('a worker that comes late into the quiet hours waits for their end, or leaves it where that is after the start', () => {
    const early = at(6, 8);
    const evening = { ...due, startsAt: early, dueAt: at(5, 21), expiresAt: early };
    expect(decide(evening, { ...standing, startsAt: early }, when(at(5, 22)))).toEqual({
      do: 'wait',
      until: at(6, 7),
    });
    const earlier = { ...evening, startsAt: at(6, 6), expiresAt: at(6, 6) };
    expect(decide(earlier, { ...standing, startsAt: at(6, 6) }, when(at(5, 22)))).toEqual({
      do: 'give-up',
      reason: 'too-late',
    });
  });

  it('nobody is asked to come back who has booked again', () => {
    const follow = { ...due, kind: 'follow-up' as const, expiresAt: start + 9000, bookedAgain: true };
    expect(decide(follow, { ...standing, status: 'completed' }, when(start + 200))).toEqual({ do: 'forget' });
  });
});
