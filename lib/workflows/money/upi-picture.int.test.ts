import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChatDesk } from '../../testing/chat-desk';
import { connectAccount } from '../../testing/razorpay-account';
import { loadUpiPicture } from './upi-picture';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
  await connectAccount(desk.world, desk.scope, { gateway: 'upi', address: 'club@bank', payee: 'Club' });
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;

async function askedOf(name: string, time: string) {
  const visitor = desk.visitor(name);
  await desk.say(visitor, `court tomorrow ${time}`);
  await desk.tap(visitor, name);
  const before = desk.sent.length;
  await desk.tap(visitor, 'Confirm');
  const customer = desk.simulator.control.customers().find((one) => one.name === name);
  const last = desk.simulator.control.messages(customer?.id ?? '').at(-1);
  return { last, messages: desk.sent.length - before };
}

test('asks by link where WhatsApp could not fetch the picture', async () => {
  expect((await askedOf('Anbu', '8 am')).last?.content).toMatchObject({ kind: 'link' });
});

test('asks by one picture with everything below it, which is gone once there is nothing to pay', async () => {
  Object.assign(desk.world, { publicUrl: 'https://neram.test' });
  const { last, messages } = await askedOf('Bala', '9 am');
  expect(messages).toBe(1);
  const content = last?.content;
  if (content?.kind !== 'media') throw new Error(`Asked by ${content?.kind ?? 'nothing'}.`);
  expect(content).toMatchObject({ media: 'image' });
  for (const words of ['₹400', 'club@bank', 'UTR', 'https://neram.test/pay/'])
    expect(content.caption).toContain(words);
  const [, token = ''] = /^https:\/\/neram\.test\/pay\/(.+)\/qr\.png$/.exec(content.link ?? '') ?? [];
  const png = await loadUpiPicture(desk.world, desk.secret, token);
  expect(png?.subarray(1, 4).toString()).toBe('PNG');
  expect(await loadUpiPicture(desk.world, desk.secret, `${token}x`)).toBeNull();
  await prisma().paymentAttempt.updateMany({ data: { status: 'cancelled' } });
  expect(await loadUpiPicture(desk.world, desk.secret, token)).toBeNull();
});
