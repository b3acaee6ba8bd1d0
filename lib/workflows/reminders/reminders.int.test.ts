import { beforeEach, expect, test } from 'vitest';
import { cancelBooking } from '../../booking/commands/cancel-booking';
import { markNoShow } from '../../booking/commands/mark-no-show';
import { moveBooking } from '../../booking/commands/move-booking';
import { findBooking, findBookingByReference } from '../../booking/queries';
import { listReminders } from '../../booking/reminders/queries';
import type { Booking } from '../../booking/types';
import { loadSetup } from '../../catalog/setup/queries';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import type { ReminderForm } from '../../reminders/schema';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { loadBooking } from '../load-booking';
import { saveReminders } from '../setup/save-reminders';
import { sendReminders } from './send-reminders';

let desk: ChatDesk;
const actor = { kind: 'staff' } as const;

beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

/** 07:10 on Tuesday at the club; the usual rules of a court are a day and two hours before. */
async function booked(
  visitor: ChatVisitor,
  words = 'court tomorrow 6 pm',
  confirm = 'Confirm',
): Promise<Booking> {
  await desk.say(visitor, words);
  await desk.tap(visitor, visitor.phone.name);
  const body = await desk.tap(visitor, confirm);
  const reference = /\*([0-9A-Z]{6})\*/.exec(body)?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error(`Nothing was booked: ${body}`);
  return booking;
}

const again = async (booking: Booking): Promise<Booking> =>
  (await findBooking(desk.db.database.prisma, desk.scope, booking.id)) ?? booking;

const of = (booking: Booking) => listReminders(desk.db.database.prisma, desk.scope, booking.id);
const planned = async (booking: Booking): Promise<number[]> =>
  (await of(booking))
    .filter((one) => one.status === 'planned')
    .map((one) => (booking.startsAt.getTime() - one.at.getTime()) / 60_000);

/** The clock stands at that long before the start, and the workers have been round. */
async function round(booking: Booking, minutesBefore: number): Promise<void> {
  desk.pass({ seconds: (booking.startsAt.getTime() - desk.now().getTime()) / 1000 - minutesBefore * 60 });
  await sendReminders(desk.world);
  await desk.settle();
}

const inDb = <T>(work: Parameters<typeof transaction<T>>[1]): Promise<T> =>
  transaction(desk.db.database, work);

async function save(serviceId: string, form: Partial<ReminderForm>): Promise<void> {
  const { prisma } = desk.db.database;
  const stored = (await loadSetup(prisma, desk.scope)).reminders.find((one) => one.serviceId === serviceId);
  if (!stored) throw new Error('The service has no reminders.');
  const { rules, quiet, revision } = stored;
  const editor = {
    world: desk.world,
    scope: desk.scope,
    actor: { userId: newId(), name: 'Owner', role: 'owner' as const, address: '', agent: '' },
  };
  await saveReminders(editor, serviceId, { rules, quiet, ...form, revision });
  await desk.settle();
}

test('a reminder says when, what and where, in the customer’s language, with three buttons, and is sent once', async () => {
  const visitor = desk.visitor('Arun');
  const booking = await booked(visitor, 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்', 'உறுதி செய்');
  expect(await planned(booking)).toEqual([1440, 120]);
  const before = visitor.received().length;
  await round(booking, 1440);
  await round(booking, 1439);
  expect(visitor.received().length).toBe(before + 1);
  expect(visitor.body()).toMatch(/நினைவூட்டல்.*\n\n.*\n🗓 நாளை, புதன், 25 நவ · மாலை 6:00/);
  expect(visitor.body()).toContain('📍');
  expect(visitor.titles()).toEqual(['நான் வர்றேன்', 'நேரம் மாற்று', 'ரத்து செய்']);
  expect((await of(booking)).map((one) => one.status)).toEqual(['sent', 'planned']);
});

test('who is coming is thanked once, and staff see it; a move takes it back', async () => {
  const visitor = desk.visitor('Bala');
  const booking = await booked(visitor);
  await round(booking, 1440);
  const coming = visitor.option("I'm coming");
  expect(await desk.tap(visitor, "I'm coming")).toContain('See you tomorrow, Wednesday, 25 Nov');
  const after = visitor.received().length;
  visitor.press(coming.id);
  await desk.settle();
  expect(visitor.received().length, 'pressed again').toBe(after);
  const shown = await loadBooking(desk.db.database.prisma, desk.scope, {
    booking: booking.id,
    within: null,
    now: desk.now(),
  });
  expect(shown.comingAt).not.toBeNull();
  expect(shown.timeline.map((one) => (one.what === 'event' ? one.kind : one.what))).toEqual(
    expect.arrayContaining(['coming', 'reminder']),
  );
  expect((await move(booking, 24 * 60)).comingAt).toBeNull();
});

test('a button of a reminder also cancels and moves', async () => {
  const visitor = desk.visitor('Chitra');
  const booking = await booked(visitor);
  await round(booking, 1440);
  const cancel = visitor.option('Cancel');
  expect(await desk.tap(visitor, 'Reschedule')).not.toContain('reminder');
  visitor.press(cancel.id);
  await desk.settle();
  expect(await desk.tap(visitor, 'Yes, cancel')).toContain('Cancelled');
  expect(await planned(booking)).toEqual([]);
});

async function move(booking: Booking, minutes: number): Promise<Booking> {
  const later = (at: Date): Date => new Date(at.getTime() + minutes * 60_000);
  const { version } = await again(booking);
  const moved = await inDb((tx) =>
    moveBooking(tx, desk.scope, {
      bookingId: booking.id,
      actor,
      now: desk.now(),
      expectedVersion: version,
      candidates: [{ resourceId: booking.resourceId, unit: 1, pricePaise: 0, priceLines: [] }],
      startsAt: later(booking.startsAt),
      endsAt: later(booking.endsAt),
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      holdUntil: later(booking.startsAt),
    }),
  );
  if (!moved.ok) throw new Error(moved.reason);
  return moved.value;
}

test('reminders move with their booking, and a new start is reminded of anew', async () => {
  const visitor = desk.visitor('Devi');
  const booking = await booked(visitor);
  await round(booking, 1440);
  const moved = await move(booking, 2 * 1440);
  expect(await planned(moved)).toEqual([1440, 120]);
  const before = visitor.received().length;
  await round(booking, 120);
  expect(visitor.received().length, 'nothing of the old time').toBe(before);
  desk.pass({ minutes: 12 * 60 });
  await desk.say(visitor, 'hi');
  const said = visitor.received().length;
  await round(moved, 1440);
  expect(visitor.received().length).toBe(said + 1);
  expect(visitor.body()).toContain('Friday, 27 Nov');
});

test('booked inside the lead: three hours before only the shorter, half an hour before none', async () => {
  const first = await booked(desk.visitor('Ezhil'), 'court today 10 am');
  expect(first.startsAt.getTime()).toBeGreaterThan(desk.now().getTime());
  const minutes = (first.startsAt.getTime() - desk.now().getTime()) / 60_000;
  expect(minutes).toBe(170);
  expect(await planned(first)).toEqual([120]);
  desk.pass({ minutes: minutes - 30 });
  const second = await booked(desk.visitor('Fathima'), 'court today 11 am');
  const left = (second.startsAt.getTime() - desk.now().getTime()) / 60_000;
  expect(left).toBeLessThan(120);
  expect(await planned(second)).toEqual([]);
});

test('what cannot go is written down with its reason, seen by staff, and not tried again', async () => {
  const { prisma } = desk.db.database;
  const closed = await booked(desk.visitor('Gopal'), 'court on friday 6 pm');
  const stopped = desk.visitor('Hema');
  const refused = await booked(stopped, 'court on friday 7 pm');
  await desk.say(stopped, 'STOP');
  await round(closed, 1440);
  await round(refused, 1440);
  for (const [booking, reason] of [
    [closed, 'window-closed'],
    [refused, 'opted-out'],
  ] as const) {
    const shown = await loadBooking(prisma, desk.scope, {
      booking: booking.id,
      within: null,
      now: desk.now(),
    });
    expect(shown.timeline).toContainEqual(
      expect.objectContaining({ what: 'reminder', kind: 'before', reason }),
    );
  }
  await sendReminders(desk.world);
  expect(await prisma.message.count({ where: { effectId: { startsWith: 'reminder:' } } })).toBe(0);
});

test('after a visit its customer is thanked, their answer stands with the booking, and who missed it is asked', async () => {
  const { prisma } = desk.db.database;
  const service = await prisma.service.findFirstOrThrow({ where: { kind: 'court' } });
  await save(service.id, {
    rules: [
      { kind: 'thanks', minutes: 60 },
      { kind: 'no-show', minutes: 60 },
    ],
    quiet: null,
  });
  const visitor = desk.visitor('Indu');
  const booking = await booked(visitor, 'court today 5 pm');
  const missing = desk.visitor('Jaya');
  const missed = await booked(missing, 'court today 5 pm');
  desk.pass({ minutes: 12 * 60 });
  await inDb((tx) => markNoShow(tx, desk.scope, { bookingId: missed.id, actor, now: desk.now() }));
  await sendReminders(desk.world);
  await desk.settle();
  expect(visitor.body()).toContain('Thank you for coming');
  desk.pass({ minutes: 5 });
  await sendReminders(desk.world);
  await desk.settle();
  expect(missing.body()).toContain('We missed you');
  const bad = visitor.option('👎 Not good');
  expect(await desk.tap(visitor, '👎 Not good')).toContain('Our staff can see your answer');
  const after = visitor.received().length;
  visitor.press(bad.id);
  await desk.settle();
  expect(visitor.received().length).toBe(after);
  expect((await again(booking)).feedback).toBe('bad');
  expect(await desk.tap(missing, 'Book again')).not.toContain('We missed you');
});

test('a change of the rules plans what is to come anew, and puts nothing out twice', async () => {
  const visitor = desk.visitor('Kavin');
  const booking = await booked(visitor);
  await round(booking, 1440);
  await save(booking.serviceId, { rules: [{ kind: 'before', minutes: 180 }] });
  expect(await planned(booking)).toEqual([180]);
  await save(booking.serviceId, {
    rules: [
      { kind: 'before', minutes: 1440 },
      { kind: 'before', minutes: 120 },
    ],
  });
  expect(await planned(booking)).toEqual([120]);
  // Six in the evening is quiet now, from noon on: the last word is a quarter to twelve.
  await save(booking.serviceId, { quiet: { from: 12 * 60, to: 20 * 60 } });
  expect(await planned(booking)).toEqual([6 * 60 + 15]);
  await desk.say(visitor, 'hi');
  const sent = visitor.received().length;
  await round(booking, 375);
  expect(visitor.received().length).toBe(sent + 1);
});

test('many workers at once send each reminder once', async () => {
  const visitors = ['Latha', 'Mani', 'Nila', 'Oviya'].map((name) => desk.visitor(name));
  const bookings: Booking[] = [];
  for (const visitor of visitors) bookings.push(await booked(visitor));
  const [first] = bookings;
  if (!first) throw new Error('Nothing was booked.');
  desk.pass({ seconds: (first.startsAt.getTime() - desk.now().getTime()) / 1000 - 1440 * 60 });
  const worked = await Promise.all(Array.from({ length: 6 }, () => sendReminders(desk.world)));
  expect(worked.reduce((sum, count) => sum + count, 0)).toBe(4);
  await desk.settle();
  const { prisma } = desk.db.database;
  expect(await prisma.message.count({ where: { effectId: { startsWith: 'reminder:' } } })).toBe(4);
  expect(await prisma.reminder.count({ where: { status: 'sent' } })).toBe(4);
});

test('a customer’s own turn, a cancellation and a move at the same moment as the workers: no deadlock, nothing after the end', async () => {
  const visitors = ['Latha', 'Mani', 'Nila', 'Oviya'].map((name) => desk.visitor(name));
  const bookings: Booking[] = [];
  for (const visitor of visitors) bookings.push(await booked(visitor));
  const [first, second, third] = bookings;
  if (!first || !second || !third) throw new Error('Nothing was booked.');
  desk.pass({ seconds: (first.startsAt.getTime() - desk.now().getTime()) / 1000 - 1440 * 60 });
  const [own] = visitors;
  own?.type('cancel');
  const cancelled = async (booking: Booking): Promise<void> => {
    await inDb((tx) =>
      cancelBooking(tx, desk.scope, { bookingId: booking.id, actor, now: desk.now(), reason: 'rain' }),
    );
  };
  await Promise.all([
    sendReminders(desk.world),
    cancelled(second),
    move(third, 24 * 60),
    sendReminders(desk.world),
    desk.settle(),
  ]);
  await desk.settle();
  const { prisma } = desk.db.database;
  for (const booking of bookings) {
    const rows = await of(booking);
    const messages = await prisma.message.count({
      where: { bookingId: booking.id, effectId: { startsWith: 'reminder:' } },
    });
    expect(messages).toBe(rows.filter((one) => one.status === 'sent').length);
    expect(messages).toBeLessThanOrEqual(1);
  }
  expect(await planned(second)).toEqual([]);
  const now = desk.now();
  desk.pass({ minutes: 3 * 1440 });
  await sendReminders(desk.world);
  const late = await prisma.message.count({
    where: { bookingId: second.id, effectId: { startsWith: 'reminder:' }, createdAt: { gt: now } },
  });
  expect(late, 'nothing after the cancellation').toBe(0);
});
