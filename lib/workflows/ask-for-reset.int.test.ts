import { hash, verify } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import type { Letter } from '../mail/types';
import { bareWorld } from '../testing/bare-world';
import { ChatDesk } from '../testing/chat-desk';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { askForReset, sendReset } from './ask-for-reset';
import { openResetLimits } from './reset-limits';
import { resetPassword } from './reset-password';
import type { World } from './types';

let db: TestDatabase;
let letters: Letter[] = [];
let email: string;
let down = false;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

beforeEach(async () => {
  letters = [];
  down = false;
  const id = newId();
  email = `${id}@club.test`;
  const passwordHash = await hash('the old password');
  await db.database.prisma.staffUser.create({
    data: { id, email, name: 'குமார்', passwordHash, language: 'ta' },
  });
});

const desk = (): World => ({
  ...bareWorld(db.database, () => new Date('2026-11-26T04:00:00Z')),
  publicUrl: 'https://book.example',
  mailer: {
    send: (letter: Letter) => {
      if (down) return Promise.reject(new Error('connection refused'));
      letters.push(letter);
      return Promise.resolve();
    },
  },
});

/** The work that stands in the queue. */
const waiting = async (): Promise<string[]> => {
  const { rows } = await db.database.pool.query<{ payload: { email: string } }>(
    `SELECT job.payload FROM graphile_worker._private_jobs AS job
     JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id
     WHERE task.identifier = 'send-reset'`,
  );
  return rows.map((row) => row.payload.email);
};

const ask = (asked: string, address = newId()): Promise<boolean> =>
  askForReset(desk(), openResetLimits(db.database), { email: asked, address });

test('a known e-mail gets a letter in its own language, whose link works once', async () => {
  expect(await ask(` ${email.toUpperCase()} `)).toBe(true);
  expect(await waiting()).toContain(email);
  await sendReset(desk(), { email });
  expect(letters).toHaveLength(1);
  const [letter] = letters;
  expect(letter?.to).toBe(email);
  expect(letter?.text).toContain('வணக்கம் குமார்');
  const token = /https:\/\/book\.example\/reset\/(\S+)/.exec(letter?.text ?? '')?.[1] ?? '';
  expect(await resetPassword(desk(), { token, password: 'the new password' })).toMatchObject({ ok: true });
  const user = await db.database.prisma.staffUser.findUniqueOrThrow({ where: { email } });
  expect(await verify(user.passwordHash, 'the new password')).toBe(true);
  expect(await resetPassword(desk(), { token, password: 'another password' })).toMatchObject({ ok: false });
});

test('an unknown e-mail is answered alike, and nothing is sent', async () => {
  const nobody = `${newId()}@club.test`;
  expect(await ask(nobody)).toBe(true);
  expect(await waiting()).toContain(nobody);
  await sendReset(desk(), { email: nobody });
  expect(letters).toEqual([]);
});

test('asking again and again is refused, and ends in one piece of work', async () => {
  expect([await ask(email), await ask(email), await ask(email), await ask(email)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  expect((await waiting()).filter((one) => one === email)).toHaveLength(1);
});

test('one address cannot ask for everybody', async () => {
  const address = newId();
  const answers = [];
  for (let n = 0; n < 21; n += 1) answers.push(await ask(`${newId()}@club.test`, address));
  expect(answers.filter(Boolean)).toHaveLength(20);
  expect(answers.at(-1)).toBe(false);
});

test('a mail server that is down leaves the work for later', async () => {
  down = true;
  await expect(sendReset(desk(), { email })).rejects.toThrow('connection refused');
});

test('who gave their number and wrote within a day gets the link in WhatsApp, where no colleague reads it', async () => {
  const chat = await ChatDesk.open();
  try {
    const kumar = chat.visitor('குமார்');
    await chat.say(kumar, 'வணக்கம்');
    const { prisma } = chat.db.database;
    const id = newId();
    const mine = `${id}@club.test`;
    const phone = `+${kumar.phone.waId ?? ''}`;
    const passwordHash = await hash('the old password');
    await prisma.staffUser.create({
      data: { id, email: mine, name: 'குமார்', passwordHash, language: 'ta', phone },
    });
    const { businessId } = chat.scope;
    await prisma.membership.create({ data: { businessId, id: newId(), userId: id, role: 'owner' } });
    const written = await prisma.message.count();
    await sendReset(chat.world, { email: mine });
    expect(kumar.body()).toContain('/reset/');
    expect(await prisma.message.count()).toBe(written);

    const heard = kumar.received().length;
    chat.pass({ minutes: 25 * 60 });
    await sendReset(chat.world, { email: mine });
    expect(kumar.received()).toHaveLength(heard);
  } finally {
    await chat.close();
  }
});
