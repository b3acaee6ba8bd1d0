import { beforeEach, expect, test } from 'vitest';
import { findBookingByReference } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { toEpochMinute } from '../../kernel/time-range';
import type { Closure } from '../../scheduling/types';
import { localDateOf } from '../../scheduling/zone';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { close } from './close';
import { listAffected } from './list-affected';
import { settleAffected, type Desk } from './settle-affected';
import { suggestHolidays } from './suggest-holidays';

let desk: ChatDesk;

beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

const staff = (): Desk => ({
  world: desk.world,
  scope: desk.scope,
  actor: { userId: 'u', name: 'Kalai', role: 'owner', address: '127.0.0.1', agent: 'test' },
});

async function booked(visitor: ChatVisitor): Promise<Booking> {
  await desk.say(visitor, 'court tomorrow 6 pm');
  await desk.tap(visitor, visitor.phone.name);
  const reference = /\*([0-9A-Z]{6})\*/.exec(await desk.tap(visitor, 'Confirm'))?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error('Nothing was booked.');
  return booking;
}

const closureOn = (booking: Booking, change: Partial<Closure> = {}): Closure => {
  const date = localDateOf(toEpochMinute(booking.startsAt), 'Asia/Kolkata');
  const reason = { en: 'New floor' };
  return { resourceId: booking.resourceId, startsOn: date, endsOn: date, yearly: false, reason, ...change };
};

const affectedBy = (closure: Closure) =>
  listAffected(desk.db.database.prisma, desk.scope, { closure, now: desk.world.clock.now() });

const about = ({ id, version }: Booking) => ({ bookingId: id, version, reason: { en: 'New floor' } });

test('P21 who is booked on a closed time is listed, and moved to another court at the same time, told of it', async () => {
  const visitor = desk.visitor('Arun');
  const booking = await booked(visitor);
  const closure = closureOn(booking);
  const part = await affectedBy({ ...closure, fromMinute: 480, toMinute: 720 });
  expect(part.map((one) => one.id)).not.toContain(booking.id);
  const whole = await affectedBy(closure);
  expect(whole.find((one) => one.id === booking.id)).toMatchObject({ who: 'Arun', durationMinutes: 60 });

  await close(staff(), closure);
  const settled = await settleAffected(staff(), { ...about(booking), act: 'move' });
  expect(settled).toMatchObject({ done: 'moved', told: 'message' });
  expect(settled.resourceId).not.toBe(booking.resourceId);
  await desk.settle();
  expect(visitor.body()).toContain(booking.reference);
  expect((await affectedBy(closure)).map((one) => one.id)).not.toContain(booking.id);
});

test('P16 a customer is asked for another time, stays listed until they choose, and one tap leads into it', async () => {
  const visitor = desk.visitor('Bala');
  const booking = await booked(visitor);
  const closure = closureOn(booking, { resourceId: null });
  await close(staff(), closure);
  expect(await settleAffected(staff(), { ...about(booking), act: 'move' })).toMatchObject({
    done: 'no-other',
  });
  expect(await settleAffected(staff(), { ...about(booking), act: 'offer' })).toMatchObject({
    done: 'offered',
    told: 'message',
  });
  await desk.settle();
  expect(visitor.body()).toContain('New floor');
  const written = visitor.received().length;
  await settleAffected(staff(), { ...about(booking), act: 'offer' });
  await desk.settle();
  expect(visitor.received()).toHaveLength(written);
  expect((await affectedBy(closure)).map((one) => one.id)).toContain(booking.id);
  await desk.tap(visitor, 'Reschedule');
  expect(visitor.titles().length).toBeGreaterThan(1);
});

test('cancelling tells the customer why; what somebody has changed meanwhile is left alone', async () => {
  const visitor = desk.visitor('Chitra');
  const booking = await booked(visitor);
  const stale = { ...about(booking), version: booking.version + 1 };
  expect(await settleAffected(staff(), { ...stale, act: 'cancel' })).toMatchObject({
    done: 'changed',
    told: null,
  });
  expect(await settleAffected(staff(), { ...about(booking), act: 'cancel' })).toMatchObject({
    done: 'cancelled',
    told: 'message',
  });
  await desk.settle();
  expect(visitor.body()).toContain('New floor');
  expect(await settleAffected(staff(), { ...about(booking), act: 'cancel' })).toMatchObject({
    done: 'changed',
  });
});

test('public holidays are suggested until they are closed', async () => {
  const { prisma } = desk.db.database;
  const now = new Date('2027-02-01T04:00:00Z');
  const [first] = await suggestHolidays(prisma, desk.scope, now);
  if (!first) throw new Error('A year has holidays.');
  const { date, reason } = first;
  await close(staff(), { resourceId: null, startsOn: date, endsOn: date, yearly: true, reason });
  const dates = (await suggestHolidays(prisma, desk.scope, now)).map((one) => one.date);
  expect(dates).not.toContain(date);
});
