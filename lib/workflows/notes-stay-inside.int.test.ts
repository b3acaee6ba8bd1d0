import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBookingByReference } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Notice } from '../conversation/notice';
import { transaction } from '../db/transaction';
import { toEpochMinute } from '../kernel/time-range';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { tellCustomer } from './tell-customer';
import { actOnMoney } from './money/desk/act-on-money';
import type { Desk } from './money/desk/desk-act';
import { submitTemplates } from './templates/submit-templates';

// What staff note down of a booking, a customer or money is for staff. Every note there is holds this word, and no message
// of any kind may.
const secret = 'ZZSECRETZZ';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await submitTemplates(desk.world, desk.scope, { channelId: desk.channel.id, actor: null });
  await desk.settle();
});
afterAll(() => desk.close());

/** Every column for notes in the database, a new one too, and staff's words about somebody whom they block. */
async function fillNotes(): Promise<number> {
  const { pool } = desk.db.database;
  const { rows } = await pool.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.data_type = 'text' AND c.column_name IN ('note', 'notes', 'block_reason')`,
  );
  for (const { table, column } of rows) await pool.query(`UPDATE "${table}" SET "${column}" = $1`, [secret]);
  return rows.length;
}

async function booked(visitor: ChatVisitor, words: readonly string[]): Promise<Booking> {
  for (const one of words) {
    await fillNotes();
    await desk.say(visitor, one);
  }
  const body = await desk.tap(visitor, 'Confirm');
  const reference = /\*([0-9A-Z]{6})\*/.exec(body)?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error(`Nothing was booked: ${body}`);
  await fillNotes();
  const stored = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  return stored ?? booking;
}

/** Everything that staff, the clock and other customers make us say about a booking. */
const noticesOf = ({ resourceId, startsAt }: Booking): Notice[] => [
  { kind: 'booked' },
  { kind: 'moved', from: { resourceId, startsAt: toEpochMinute(startsAt) - 60, durationMinutes: 60 } },
  { kind: 'cancelled', reason: null },
  { kind: 'closed', reason: null },
  { kind: 'attendee' },
  { kind: 'late', minutes: 20 },
  { kind: 'confirmation' },
  { kind: 'reminder' },
  { kind: 'thanks' },
  { kind: 'follow-up' },
  { kind: 'no-show' },
];

test('no message of any kind says what staff have noted down', async () => {
  expect(await fillNotes()).toBeGreaterThanOrEqual(3);
  const asha = desk.visitor('Asha');
  const visit = await booked(asha, ['doctor priya on saturday 10 am', 'Asha 34']);
  const court = await booked(asha, ['court on saturday 6 pm', 'Asha']);
  for (const [place, booking] of [visit, court].entries())
    for (const windowOpen of [true, false]) {
      if (!windowOpen) desk.pass({ minutes: 24 * 60 + 1 });
      for (const notice of noticesOf(booking)) {
        const effectId = `${String(place)} ${String(windowOpen)} ${notice.kind}`;
        const how = await transaction(desk.db.database, (tx) =>
          tellCustomer(tx, desk.world, desk.scope, { booking, notice, effectId }),
        );
        if (windowOpen) expect(how, notice.kind).toBe('message');
      }
      await desk.settle();
      if (!windowOpen) await desk.say(asha, 'menu');
    }
  for (const words of ['my bookings', 'price', 'help', 'reschedule', 'menu', 'cancel', 'talk to staff'])
    await desk.say(asha, words);
  const { prisma } = desk.db.database;
  expect(await prisma.booking.count({ where: { note: secret } })).toBe(2);
  const written = await prisma.message.findMany({ where: { direction: 'out' } });
  expect(written.length).toBeGreaterThan(40);
  expect(written.some((one) => JSON.stringify(one.content).includes('"template"'))).toBe(true);
  expect(written.filter((one) => JSON.stringify(one.content).includes(secret))).toEqual([]);
  expect(desk.sent.length).toBeGreaterThan(40);
  expect(desk.sent.filter((one) => JSON.stringify(one.payload).includes(secret))).toEqual([]);
});

test('nor does a message about money, or a receipt, say why staff did what they did', async () => {
  const { prisma } = desk.db.database;
  await desk.takePayments('consultation', { refund: { steps: [{ hoursBefore: 4, percent: 50 }] } });
  const staff = { id: randomUUID(), email: 'desk@club.test', name: 'Desk', passwordHash: 'x' };
  await prisma.staffUser.create({ data: staff });
  const at: Desk = {
    world: desk.world,
    scope: desk.scope,
    actor: { userId: staff.id, name: 'Desk', role: 'owner', address: '127.0.0.1', agent: 'test' },
  };
  const act = (booking: string, wanted: Parameters<typeof actOnMoney>[1]['act']) =>
    actOnMoney(at, { booking, within: null, act: wanted });

  const bala = desk.visitor('Bala');
  for (const words of ['doctor priya on friday 11 am', 'Bala 40']) await desk.say(bala, words);
  await desk.tap(bala, 'Confirm');
  const { id } = await prisma.booking.findFirstOrThrow({ where: { customer: { profileName: 'Bala' } } });
  await fillNotes();
  await act(id, { act: 'discount', key: randomUUID(), amountPaise: 5_000, reason: secret });
  await act(id, {
    ...{ act: 'take', key: randomUUID(), method: 'cash', amountPaise: 10_000 },
    ...{ bankReference: '', note: secret },
  });
  await desk.settle();
  const { linkId } = await prisma.paymentAttempt.findFirstOrThrow({
    where: { bookingId: id },
    orderBy: { createdAt: 'desc' },
  });
  desk.razorpay.control.pay(linkId ?? '');
  await desk.settle();
  expect(await desk.say(bala, 'receipt')).toContain('R/26-27/');
  const { id: paymentId } = await prisma.payment.findFirstOrThrow({
    where: { bookingId: id, method: 'cash' },
  });
  await act(id, {
    ...{ act: 'refund', key: randomUUID(), paymentId, amountPaise: 2_000 },
    ...{ reason: secret, tell: true, afterwards: 'let-go' },
  });
  await desk.say(bala, 'cancel my booking');
  await desk.tap(bala, 'Yes, cancel');
  await desk.minute();
  await desk.say(bala, 'receipt');

  const written = await prisma.message.findMany({ where: { bookingId: id, direction: 'out' } });
  expect(written.length).toBeGreaterThan(4);
  expect(JSON.stringify(written)).not.toContain(secret);
  expect(JSON.stringify(desk.sent.map(({ payload }) => payload))).not.toContain(secret);
  const receipts = await prisma.receipt.findMany({ where: { bookingId: id } });
  expect(receipts.length).toBeGreaterThan(1);
  expect(JSON.stringify(receipts.map(({ snapshot }) => snapshot))).not.toContain(secret);
});
