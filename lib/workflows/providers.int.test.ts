import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { deskProviders, otherProviders } from '../testing/desk-providers';
import { loadMedia } from './load-media';
import { receiveWebhook } from './receive-webhook';

// The server stands far from the club, and on another calendar day (P17).
vi.stubEnv('TZ', 'America/New_York');

/** Each with a stand-in that judges what it is sent by that provider's own rules, over HTTP. */
describe.each(otherProviders)('whole dialogues over %s', (provider) => {
  let desk: ChatDesk;
  beforeAll(async () => {
    desk = await ChatDesk.open({ provider });
    await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 100 }] } });
  });
  afterAll(() => desk.close());

  const prisma = () => desk.db.database.prisma;
  const bookingOf = (name: string) =>
    prisma().booking.findFirstOrThrow({
      where: { customer: { profileName: name } },
      orderBy: { createdAt: 'desc' },
    });
  const messagesOf = (name: string) =>
    prisma().message.findMany({
      where: { direction: 'out', thread: { customer: { profileName: name } } },
      orderBy: { position: 'asc' },
    });
  const threadOf = (name: string) =>
    prisma().thread.findFirstOrThrow({ where: { customer: { profileName: name } } });
  const pay = async (name: string): Promise<void> => {
    const { id } = await bookingOf(name);
    const attempt = await prisma().paymentAttempt.findFirstOrThrow({
      where: { bookingId: id },
      orderBy: { createdAt: 'desc' },
    });
    desk.razorpay.control.pay(attempt.linkId ?? '');
    await desk.settle();
  };

  test('in Tamil by taps: a court is booked, paid, moved and cancelled with the money going back', async () => {
    const anbu = desk.visitor('Anbu');
    expect(await desk.say(anbu, 'வணக்கம்')).toContain('உங்களை வரவேற்கிறது');
    await desk.tap(anbu, 'பேட்மிண்டன்');
    await desk.tap(anbu, 'நாளை');
    await desk.tap(anbu, 'மேலும் நேரங்கள்');
    await desk.tap(anbu, '6:00');
    expect(await desk.tap(anbu, 'Anbu')).toContain('நாளை, புதன், 25 நவ · மாலை 6:00 – 7:00');
    await desk.tap(anbu, 'உறுதி');
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'held', source: 'chat' });
    expect(JSON.stringify(anbu.last().content)).toContain('/pay/plink_');

    await pay('Anbu');
    expect(anbu.body()).toContain('புக் ஆயிடுச்சு');
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'confirmed', keptPaise: 60_000 });

    await desk.tap(anbu, 'நேரம் மாற்ற');
    await desk.say(anbu, 'வெள்ளிக்கிழமை');
    await desk.say(anbu, 'மாலை 6 மணி');
    await desk.tap(anbu, 'உறுதி');
    expect((await bookingOf('Anbu')).startsAt).toEqual(new Date('2026-11-27T12:30:00Z'));

    await desk.tap(anbu, 'ரத்து');
    await desk.tap(anbu, 'ஆமா');
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'cancelled' });
    expect((await messagesOf('Anbu')).map(({ status }) => status)).not.toContain('failed');
    expect(desk.simulator.control.counters()).toMatchObject({ refused: 0 });
  });

  test('in English: a doctor for the mother is booked, moved and cancelled', async () => {
    const kavi = desk.visitor('Kavitha', 'phone');
    await desk.say(kavi, 'Doctor appointment for my mother tomorrow 10:30 am with Dr Priya');
    expect(await desk.say(kavi, 'Lakshmi 62')).toContain(
      'Tomorrow, Wednesday, 25 Nov · morning 10:30 – 10:45 AM',
    );
    expect(await desk.tap(kavi, 'Confirm')).toContain('Booked! Your reference is');
    await desk.tap(kavi, 'Reschedule');
    await desk.say(kavi, 'friday');
    expect(await desk.say(kavi, '11 am')).toContain('New: *Friday, 27 Nov · morning 11:00 – 11:15 AM*');
    expect(await desk.tap(kavi, 'Confirm')).toContain('Moved! Your reference stays');
    expect((await bookingOf('Kavitha')).startsAt).toEqual(new Date('2026-11-27T05:30:00Z'));
    await desk.tap(kavi, 'Cancel');
    expect(await desk.tap(kavi, 'Yes, cancel')).toContain('Cancelled: Dr. Priya Raman');
    expect(await bookingOf('Kavitha')).toMatchObject({ status: 'cancelled', attendeeName: 'Lakshmi' });
  });

  test('P23 every message and every status twice: one booking, one confirmation, nothing moves back', async () => {
    const ravi = desk.visitor('Ravi');
    desk.simulator.control.change(ravi.phone.id, { open: true });
    desk.simulator.control.misbehave({ sendTwice: true, duplicateStatuses: true });
    await desk.say(ravi, 'Doctor appointment for my mother friday 11:30 am with Dr Priya');
    await desk.say(ravi, 'Lakshmi 62');
    await desk.tap(ravi, 'Confirm');
    desk.simulator.control.misbehave({ sendTwice: false, duplicateStatuses: false });
    expect(ravi.body()).toContain('Booked!');
    expect(await prisma().booking.count({ where: { customer: { profileName: 'Ravi' } } })).toBe(1);
    const sent = await messagesOf('Ravi');
    expect(ravi.received()).toHaveLength(sent.length);
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['read']));
  });

  test('P22 a failure that is told later is found by the message’s id and flags the chat', async () => {
    const bala = desk.visitor('Bala');
    desk.simulator.control.misbehave({ failNext: { code: 131026, times: 1 } });
    await desk.say(bala, 'hi').catch(() => '');
    expect((await messagesOf('Bala')).at(-1)).toMatchObject({
      status: 'failed',
      failure: { code: deskProviders[provider].unreachableCode ?? 131026 },
    });
    expect((await threadOf('Bala')).staffReason).toBe('delivery-failed');
  });

  test('P22 a second after the 24 hours nothing goes out, and staff see it', async () => {
    const asha = desk.visitor('Asha');
    await desk.hear(asha, 'hi');
    desk.pass({ minutes: 24 * 60, seconds: 1 });
    await desk.settle();
    expect(asha.received()).toEqual([]);
    expect((await messagesOf('Asha')).at(-1)).toMatchObject({ status: 'failed' });
    expect((await threadOf('Asha')).staffReason).toBe('delivery-failed');
  });

  test('P27 somebody without a phone number books, or staff see who could not be answered', async () => {
    const kavya = desk.visitor('Kavya', 'bsuid');
    const last = await desk.say(kavya, 'court friday 7 pm').catch(() => '');
    if (deskProviders[provider].hearsBsuids === false) {
      expect(await messagesOf('Kavya')).toEqual([]);
      return;
    }
    if (deskProviders[provider].reachesBsuids) {
      expect(last).not.toBe('');
      return;
    }
    expect((await messagesOf('Kavya')).at(-1)).toMatchObject({ status: 'failed' });
    expect((await threadOf('Kavya')).staffReason).toBe('delivery-failed');
  });

  test('a picture that a customer sends is fetched for staff, from the chat it belongs to alone', async () => {
    const uma = desk.visitor('Uma');
    desk.simulator.control.act(uma.phone.id, { type: 'media', media: 'image', caption: 'Receipt' });
    await desk.settle();
    const { id: threadId } = await threadOf('Uma');
    const { id: messageId } = await prisma().message.findFirstOrThrow({
      where: { threadId, direction: 'in' },
    });
    const outcome = await loadMedia(desk.world, desk.scope, { threadId, messageId });
    expect(outcome).toMatchObject({ ok: true, file: { mimeType: 'image/png' } });
    const bytes = outcome.ok ? Buffer.from(outcome.file.bytes) : Buffer.alloc(0);
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');

    const { id: another } = await threadOf('Anbu');
    expect(await loadMedia(desk.world, desk.scope, { threadId: another, messageId })).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  test('a webhook without its proof is refused and leaves nothing', async () => {
    const bodies = desk.simulator.control.exchanges().filter(({ direction }) => direction === 'webhook');
    const body = new TextEncoder().encode(bodies.at(-1)?.request ?? '');
    const before = await prisma().inboundEvent.count();
    for (const query of ['', 'token=', 'token=guessed']) {
      const proof = {
        headers: new Headers({ authorization: 'Bearer guessed' }),
        query: new URLSearchParams(query),
      };
      expect(await receiveWebhook(desk.world, desk.channel, body, proof)).toEqual({ kind: 'bad-signature' });
    }
    expect(await prisma().inboundEvent.count()).toBe(before);
  });

  test('after a passing refusal the question still comes, and one booking in the end', async () => {
    const mani: ChatVisitor = desk.visitor('Mani');
    desk.simulator.control.misbehave({ refuseNext: { code: 131056, times: 1 } });
    await desk.say(mani, 'Doctor appointment for my mother friday 12 noon with Dr Priya').catch(() => '');
    desk.pass({ minutes: 5 });
    await desk.settle();
    await desk.say(mani, 'Lakshmi 62');
    await desk.tap(mani, 'Confirm');
    expect(mani.body()).toContain('Booked!');
    expect(await prisma().booking.count({ where: { customer: { profileName: 'Mani' } } })).toBe(1);
  });
});
