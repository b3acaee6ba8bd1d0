import { beforeEach, describe, expect, test } from 'vitest';
import { findBookingByReference } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import type { Notice } from '../../conversation/notice';
import { transaction } from '../../db/transaction';
import { languages } from '../../kernel/local-text';
import { toEpochMinute } from '../../kernel/time-range';
import { templatePurposes } from '../../messaging/template-set/types';
import { listTemplates } from '../../templates/queries';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { tellCustomer, previewNotice, type NoticeWay } from '../tell-customer';
import { templateForNotice } from './notice-template';
import { submitTemplates } from './submit-templates';
import { syncAllTemplates } from './sync-templates';
import { wordTemplate } from './word-template';

let desk: ChatDesk;

beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

const submit = async (only?: Parameters<typeof submitTemplates>[2]['only']) => {
  const answer = await submitTemplates(desk.world, desk.scope, {
    channelId: desk.channel.id,
    actor: null,
    only,
  });
  await desk.settle();
  return answer;
};

const stored = () => listTemplates(desk.db.database.prisma, desk.scope, desk.channel.id);
const statusOf = async (name: string, language: string) =>
  (await stored()).find((one) => one.name === name && one.language === language);

async function booked(visitor: ChatVisitor): Promise<Booking> {
  await desk.say(visitor, 'court on Saturday 6 pm');
  await desk.tap(visitor, visitor.phone.name);
  const body = await desk.tap(visitor, 'Confirm');
  const reference = /\*([0-9A-Z]{6})\*/.exec(body)?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error(`Nothing was booked: ${body}`);
  return booking;
}

const tell = async (booking: Booking, notice: Notice, effectId: string): Promise<NoticeWay> => {
  const how = await transaction(desk.db.database, (tx) =>
    tellCustomer(tx, desk.world, desk.scope, { booking, notice, effectId }),
  );
  await desk.settle();
  return how;
};

const late: Notice = { kind: 'late', minutes: 20 };
const dayAndASecond = { minutes: 24 * 60, seconds: 1 };
const threadReason = async () => (await desk.db.database.prisma.thread.findFirst())?.staffReason;

test('the whole set is submitted once, and a webhook says that it is approved', async () => {
  const count = templatePurposes.length * languages.length;
  expect(await submit()).toEqual({ submitted: count, refused: [] });
  const all = await stored();
  expect(all).toHaveLength(count);
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['approved']));
  expect(await submit()).toEqual({ submitted: 0, refused: [] });
});

test('P22 at 24 h and one second free text is impossible and a template goes', async () => {
  await submit();
  const visitor = desk.visitor('Asha');
  const booking = await booked(visitor);
  desk.pass(dayAndASecond);
  const preview = await previewNotice(desk.db.database.prisma, desk.world, desk.scope, {
    booking,
    notice: late,
  });
  expect(preview.how).toBe('message');
  expect(await tell(booking, late, 'late')).toBe('message');
  expect(visitor.body()).toBe(preview.text);
  expect(visitor.body()).toContain('We are running about 20 minutes late today');
  expect(desk.sent.at(-1)?.type).toBe('template');
});

describe('a quick reply of a template does what the same button does inside the window', () => {
  const cases: [string, Notice, number, RegExp][] = [
    ['Reschedule', { kind: 'closed', reason: null }, 0, /day|time|When/i],
    ['Cancel', { kind: 'closed', reason: null }, 1, /Cancel this booking\?/],
  ];
  test.each(cases)('%s', async (_title, notice, index, expected) => {
    await submit();
    const visitor = desk.visitor('Bala');
    const booking = await booked(visitor);
    desk.pass(dayAndASecond);
    await tell(booking, notice, 'told');
    visitor.tapTemplate(index);
    await desk.settle();
    expect(visitor.body()).toMatch(expected);
  });

  test('I’m coming', async () => {
    await submit();
    const visitor = desk.visitor('Chitra');
    const booking = await booked(visitor);
    const template = await templateForNotice(desk.db.database.prisma, desk.world, desk.scope, {
      channelId: desk.channel.id,
      notice: { kind: 'reminder' },
      booking,
      language: 'ta',
    });
    expect(template).toMatchObject({ name: 'booking_reminder', language: 'ta' });
    expect(template?.body).toMatchObject({ reference: booking.reference });
    const [coming] = template?.buttons ?? [];
    visitor.press(coming?.type === 'quick-reply' ? coming.payload : '', 'I’m coming', 'template');
    await desk.settle();
    expect(visitor.body()).toContain('Thank you for letting us know');
    const after = await desk.db.database.prisma.booking.findFirstOrThrow({ where: { id: booking.id } });
    expect(after.customerConfirmedAt).not.toBeNull();
  });
});

test('a rejection is kept with its reason, and other words of the owner go by a new name', async () => {
  desk.simulator.control.misbehave({ rejectTemplates: { reason: 'PROMOTIONAL', times: 1 } });
  const only = { purpose: 'running_late', language: 'en' } as const;
  await submit(only);
  const rejected = await statusOf('running_late', 'en');
  expect(rejected?.status).toBe('rejected');
  expect(rejected?.reason).toContain('PROMOTIONAL');
  expect(await submit(only)).toEqual({ submitted: 0, refused: [] });

  const actor = {
    userId: crypto.randomUUID(),
    name: 'Kalai',
    role: 'owner',
    address: '',
    agent: '',
  } as const;
  const word = (body: string) =>
    wordTemplate(desk.world, desk.scope, {
      actor,
      channelId: desk.channel.id,
      ...only,
      wording: { body, buttons: ['Reschedule', 'Cancel booking'] },
    });
  expect(await word('{{minutes}} minutes late')).toMatchObject({ ok: false, reason: 'not-allowed' });
  expect(
    (await word('Sorry, at {{business}} we are about {{minutes}} minutes late today. See you soon.')).ok,
  ).toBe(true);
  expect((await statusOf('running_late_v2', 'en'))?.status).toBe('draft');
  await submit(only);
  expect((await statusOf('running_late_v2', 'en'))?.status).toBe('approved');
  const audited = await desk.db.database.prisma.auditEntry.findFirst({ where: { action: 'template.word' } });
  expect(audited?.subject).toMatchObject({ label: 'running_late_v2 (en)' });

  const visitor = desk.visitor('Devi');
  const booking = await booked(visitor);
  desk.pass(dayAndASecond);
  await tell(booking, late, 'late');
  expect(visitor.body()).toMatch(/^Sorry, at .* we are about 20 minutes late today\. See you soon\.$/);
});

test('a paused template is marked so, and the same is said once by the one in the other language', async () => {
  await submit();
  const visitor = desk.visitor('Ezhil');
  const booking = await booked(visitor);
  desk.pass(dayAndASecond);
  // Paused without a webhook: the refusal itself tells.
  desk.simulator.control.misbehave({ refuseNext: { code: 132015, times: 1 } });
  await tell(booking, late, 'late');
  expect((await statusOf('running_late', 'en'))?.status).toBe('paused');
  expect(visitor.body()).toContain('இன்று சுமார் 20 நிமிடம் தாமதமாகிறது');
  const again = desk.db.database.prisma.message.count({ where: { effectId: { startsWith: 'late' } } });
  expect(await again).toBe(2);
});

test('where nothing else is approved it is said in free words inside the window, and outside staff are told', async () => {
  const only = { purpose: 'running_late', language: 'en' } as const;
  await submit(only);
  const visitor = desk.visitor('Fathima');
  const booking = await booked(visitor);
  desk.pass(dayAndASecond);
  desk.simulator.control.misbehave({ failNext: { code: 132016, times: 1 } });
  await tell(booking, late, 'late');
  expect((await statusOf('running_late', 'en'))?.status).toBe('disabled');
  expect(await threadReason()).toBe('not-told');
  // Nothing is approved any more: not tried again.
  expect(await tell(booking, late, 'later')).toEqual({ cannot: 'window-closed' });
});

test('a list that the provider gives sets right what no webhook told', async () => {
  const only = { purpose: 'running_late', language: 'en' } as const;
  await submit(only);
  const { prisma } = desk.db.database;
  await prisma.template.updateMany({ data: { status: 'pending' } });
  await syncAllTemplates(desk.world);
  await desk.settle();
  expect((await statusOf('running_late', 'en'))?.status).toBe('approved');
});

test('quality and category come by webhook too', async () => {
  await submit({ purpose: 'visit_thanks', language: 'en' });
  desk.simulator.control.decide(
    { name: 'visit_thanks', language: 'en' },
    { quality: 'RED', category: 'MARKETING' },
  );
  await desk.settle();
  expect(await statusOf('visit_thanks', 'en')).toMatchObject({
    quality: 'RED',
    category: 'marketing',
    status: 'approved',
  });
});

test('words that move a booking say where it was before', async () => {
  await submit();
  const visitor = desk.visitor('Gopal');
  const booking = await booked(visitor);
  desk.pass(dayAndASecond);
  const from = {
    resourceId: booking.resourceId,
    startsAt: toEpochMinute(booking.startsAt) - 60,
    durationMinutes: 60,
  };
  await tell(booking, { kind: 'moved', from }, 'moved');
  expect(visitor.body()).toMatch(/Before: .*5:00 – 6:00 PM\nNow: .*6:00 – 7:00 PM/);
});
