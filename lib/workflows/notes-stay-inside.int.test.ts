import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBookingByReference } from '../booking/queries';
import type { Booking } from '../booking/types';
import type { Notice } from '../conversation/notice';
import { transaction } from '../db/transaction';
import { toEpochMinute } from '../kernel/time-range';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { tellCustomer } from './tell-customer';
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
