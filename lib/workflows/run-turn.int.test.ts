import { afterAll, beforeAll, expect, test } from 'vitest';
import { recogniseCustomer } from '../customers/commands/recognise-customer';
import { transaction } from '../db/transaction';
import { newId } from '../db/new-id';
import type { OutboundMessage } from '../messaging/types';
import { findChannelByKey } from '../tenancy/queries';
import { scopeOf } from '../tenancy/scope';
import { bareWorld } from '../testing/bare-world';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { openThread } from '../threads/commands/open-thread';
import { saveTurn } from '../threads/commands/save-turn';
import { runTurn } from './run-turn';
import { seedDemo } from './seed-demo';
import type { World } from './types';

let db: TestDatabase;
const now = new Date('2026-11-23T04:00:00Z');

const worldOn = (database: TestDatabase['database']): World => bareWorld(database, () => now);

beforeAll(async () => {
  db = await createTestDatabase();
  await seedDemo(db.database, {
    env: {
      demoPassword: 'a long demo password',
      whatsapp: null,
      payments: null,
      simulator: { accessToken: 'token', appSecret: 'secret', verifyToken: 'verify' },
    },
    now,
    seal: (plain) => `sealed:${String(plain.length)}`,
  });
});
afterAll(() => db.drop());

const bodyOf = (message: OutboundMessage): string =>
  'body' in message && typeof message.body === 'string' ? message.body : '';

/** A customer of the demo business, whose messages go through the engine on a real database. */
const customerOf = async (waId: string, profileName: string) => {
  const channel = await findChannelByKey(db.database.prisma, 'demo');
  if (!channel) throw new Error('the demo business has no channel');
  const scope = scopeOf(channel.scope.businessId);
  return (text: string): Promise<string> =>
    transaction(db.database, async (tx) => {
      const sender = { waId, profileName };
      const customer = await recogniseCustomer(tx, scope, sender, now);
      const thread = await openThread(tx, scope, {
        channelId: channel.id,
        customerId: customer.id,
        sentAt: now,
        now,
      });
      const eventId = newId();
      const content = { kind: 'text', text } as const;
      const message = { type: 'message', externalId: eventId, sender, sentAt: now, content } as const;
      const turn = await runTurn(worldOn(db.database), tx, { scope, customer, thread, eventId, message });
      await saveTurn(tx, scope, {
        channelId: channel.id,
        threadId: thread.id,
        firstPosition: thread.nextPosition,
        now,
        state: turn.state,
        messages: turn.replies,
      });
      return turn.replies.map((reply) => bodyOf(reply.content)).join('\n');
    });
};

test('P26 the review of a doctor’s appointment names the patient, not who holds the phone', async () => {
  const write = await customerOf('919840000001', 'Meena');
  await write('appointment with Dr Priya for my mother');
  await write('27 Nov');
  expect(await write('evening')).toContain('what time');
  await write('6 pm');
  const review = await write('Lakshmi 62');
  expect(review).toContain('👤 Lakshmi');
  expect(await write('yes')).toContain('👤 Lakshmi');
  const [stored] = await db.database.prisma.attendee.findMany({ where: { name: 'Lakshmi' } });
  expect(stored?.relation).toBe('mother');
  expect(await db.database.prisma.booking.count({ where: { attendeeId: stored?.id ?? '' } })).toBe(1);
});
