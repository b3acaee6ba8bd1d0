import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChatDesk } from '../testing/chat-desk';
import { loadThreadView } from './load-thread-view';

let desk: ChatDesk;

beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

test('what the engine remembers of a chat is told in names, step by step', async () => {
  const arun = desk.visitor('Arun');
  const look = () =>
    loadThreadView(desk.world, {
      channelKey: desk.channel.key,
      ...(arun.phone.waId && { waId: arun.phone.waId }),
      ...(arun.phone.bsuid && { bsuid: arun.phone.bsuid }),
    });
  expect(await look()).toBeNull();

  await desk.say(arun, 'court tomorrow 6 pm');
  expect(await look()).toMatchObject({
    step: 'name',
    language: 'en',
    handledBy: 'bot',
    misses: 0,
    draft: { service: { en: 'Badminton court' }, date: '2026-11-25', time: '18:00', person: null },
    held: null,
    raw: { version: 1, step: 'name' },
  });

  await desk.tap(arun, 'Arun');
  const review = await look();
  expect(review).toMatchObject({ step: 'review', draft: { person: { name: 'Arun' }, time: '18:00' } });
  const booking = await desk.db.database.prisma.booking.findFirstOrThrow();
  expect(review?.held).toEqual({
    reference: booking.reference,
    holdUntil: booking.holdUntil?.toISOString(),
  });

  await desk.say(arun, 'talk to staff');
  expect(await look()).toMatchObject({ handledBy: 'staff', staffReason: 'asked' });
});

test('whom a booking is for is told by name where it is known, otherwise as what they are', async () => {
  const meena = desk.visitor('Meena');
  const look = async () =>
    (await loadThreadView(desk.world, { channelKey: desk.channel.key, waId: meena.phone.waId ?? '' }))?.draft;
  await desk.say(meena, 'doctor for my mother on saturday');
  expect(await look()).toMatchObject({ resource: null, person: { relation: 'mother' } });
  await desk.say(meena, 'any doctor');
  expect(await look()).toMatchObject({ resource: 'any' });
});

test('a stranger, and a channel that is not there, show nothing', async () => {
  const { key: channelKey } = desk.channel;
  expect(await loadThreadView(desk.world, { channelKey, waId: '919999999999' })).toBeNull();
  expect(await loadThreadView(desk.world, { channelKey })).toBeNull();
  expect(await loadThreadView(desk.world, { channelKey: 'nobody', waId: '919999999999' })).toBeNull();
});
