import { beforeEach, expect, test } from 'vitest';
import { recordConsent } from '../customers/commands/record-consent';
import { getCustomer } from '../customers/queries';
import { findBookingByReference } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Notice } from '../conversation/notice';
import { transaction } from '../db/transaction';
import { toEpochMinute } from '../kernel/time-range';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { previewNotice, tellCustomer, type NoticeWay } from './tell-customer';

let desk: ChatDesk;

beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

async function booked(visitor: ChatVisitor, words: string, confirm: string): Promise<Booking> {
  await desk.say(visitor, words);
  await desk.tap(visitor, visitor.phone.name);
  const body = await desk.tap(visitor, confirm);
  const reference = /\*([0-9A-Z]{6})\*/.exec(body)?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error(`Nothing was booked: ${body}`);
  return booking;
}

const tell = (booking: Booking, notice: Notice, effectId: string): Promise<NoticeWay> =>
  transaction(desk.db.database, (tx) =>
    tellCustomer(tx, desk.world, desk.scope, { booking, notice, effectId }),
  );

const preview = (booking: Booking, notice: Notice) =>
  previewNotice(desk.db.database.prisma, desk.world, desk.scope, { booking, notice });

const anHourLater = (booking: Booking): Booking => ({
  ...booking,
  startsAt: new Date(booking.startsAt.getTime() + 3_600_000),
  endsAt: new Date(booking.endsAt.getTime() + 3_600_000),
});

const movedFrom = ({ resourceId, startsAt }: Booking): Notice => ({
  kind: 'moved',
  from: { resourceId, startsAt: toEpochMinute(startsAt), durationMinutes: 60 },
});

test('the customer reads exactly what the preview showed, in Tamil, with buttons that work', async () => {
  const visitor = desk.visitor('Arun');
  const booking = await booked(visitor, 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்', 'உறுதி செய்');
  const moved = anHourLater(booking);
  const shown = await preview(moved, movedFrom(booking));
  expect(shown).toMatchObject({
    language: 'ta',
    how: 'message',
    buttons: ['நேரம் மாற்று', 'ரத்து செய்', expect.any(String)],
  });
  expect(await tell(moved, movedFrom(booking), 'one')).toBe('message');
  await desk.settle();
  expect(visitor.body()).toBe(shown.text);
  expect(visitor.titles()).toEqual(shown.buttons);
  expect(visitor.body()).toMatch(/முன்பு: .*மாலை 6:00 – இரவு 7:00|முன்பு: .*6:00 – 7:00/);
  expect(await desk.tap(visitor, 'ரத்து செய்')).toContain(booking.reference);
});

test('each kind of notice says what happened, and is said once however often it is repeated', async () => {
  const visitor = desk.visitor('Bala');
  const booking = await booked(visitor, 'court tomorrow 6 pm', 'Confirm');
  const before = visitor.received().length;
  const notices: [Notice, string][] = [
    [{ kind: 'booked' }, 'We have booked this for you'],
    [{ kind: 'cancelled', reason: 'The roof *leaks*' }, 'The roof leaks'],
    [{ kind: 'attendee' }, 'is now in this name'],
    [{ kind: 'late', minutes: 20 }, 'about 20 minutes late'],
    [{ kind: 'confirmation' }, 'Booked! Your reference is'],
  ];
  for (const [notice, words] of notices) {
    await tell(booking, notice, notice.kind);
    await tell(booking, notice, notice.kind);
    await desk.settle();
    expect(visitor.body(), notice.kind).toContain(words);
  }
  expect(visitor.received().length).toBe(before + notices.length);
});

test('a booking in the making goes on where it was', async () => {
  const visitor = desk.visitor('Chitra');
  const booking = await booked(visitor, 'court tomorrow 6 pm', 'Confirm');
  await desk.say(visitor, 'court on Saturday 7 pm');
  await tell(booking, { kind: 'late', minutes: 10 }, 'late');
  await desk.settle();
  expect(await desk.say(visitor, 'yes')).toContain('✅');
});

test('P22 outside the window nothing is queued, and the reason is said', async () => {
  const visitor = desk.visitor('Devi');
  const booking = await booked(visitor, 'court tomorrow 6 pm', 'Confirm');
  desk.pass({ minutes: 24 * 60 + 1 });
  const closed = { cannot: 'window-closed' };
  expect((await preview(booking, { kind: 'late', minutes: 10 })).how).toEqual(closed);
  expect(await tell(booking, { kind: 'late', minutes: 10 }, 'late')).toEqual(closed);
  expect(await desk.db.database.prisma.message.count({ where: { effectId: 'late' } })).toBe(0);
});

test('who has no chat, wants no messages, or writes to a paused number cannot be told', async () => {
  const { prisma } = desk.db.database;
  const visitor = desk.visitor('Ezhil');
  const booking = await booked(visitor, 'court tomorrow 6 pm', 'Confirm');
  const notice: Notice = { kind: 'confirmation' };
  expect((await preview({ ...booking, customerId: null }, notice)).how).toEqual({ cannot: 'no-chat' });
  await prisma.channel.updateMany({ data: { pausedReason: 'token expired' } });
  expect(await tell(booking, notice, 'paused')).toEqual({ cannot: 'channel-paused' });
  await prisma.channel.updateMany({ data: { pausedReason: null } });
  // Later than their own booking, which opted in to messages about it.
  desk.pass({ minutes: 1 });
  const customer = await getCustomer(prisma, desk.scope, booking.customerId ?? '');
  await transaction(desk.world.database, (tx) =>
    recordConsent(tx, desk.scope, {
      customerId: customer.id,
      purpose: 'own-bookings',
      granted: false,
      at: desk.now(),
      source: 'staff',
      words: 'no messages please',
      language: 'en',
    }),
  );
  expect(await tell(booking, notice, 'refused')).toEqual({ cannot: 'opted-out' });
});
