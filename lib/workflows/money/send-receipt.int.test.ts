import { afterAll, beforeAll, expect, test } from 'vitest';
import { ChatDesk } from '../../testing/chat-desk';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 50 }] } });
});
afterAll(() => desk.close());

const prisma = () => desk.db.database.prisma;
const bookingOf = (name: string) =>
  prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
const said = async (bookingId: string) =>
  (
    await prisma().message.findMany({ where: { bookingId, label: 'receipt' }, orderBy: { position: 'asc' } })
  ).map((one) => one.content);

test('a customer asks for the receipt of what they paid, and later of what went back', async () => {
  const visitor = desk.visitor('Anbu');
  await desk.say(visitor, 'court 27/11 10 am');
  await desk.tap(visitor, 'Anbu');
  await desk.tap(visitor, 'Confirm');
  const { id } = await bookingOf('Anbu');
  expect(await desk.say(visitor, 'receipt')).toContain('no receipt');
  const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId: id } });
  desk.razorpay.control.pay(linkId ?? '');
  await desk.settle();

  // The provider could not fetch a file from this address, so the link comes in words.
  const link = /^Receipt R\/26-27\/0001 · ₹400\nhttp:\/\/localhost:3000\/api\/receipts\/[\w.~-]+$/;
  expect(await desk.say(visitor, 'receipt')).toMatch(link);
  expect(await said(id)).toEqual([{ kind: 'text', body: expect.stringMatching(link) as string }]);
  expect(await desk.say(visitor, 'receipt')).toMatch(link);

  await desk.say(visitor, 'cancel my booking');
  await desk.tap(visitor, 'Yes, cancel');
  await desk.minute();
  const { status } = await prisma().refund.findFirstOrThrow({ where: { bookingId: id } });
  expect(status).toBe('processed');
  const before = (await said(id)).length;
  await desk.say(visitor, 'receipt');
  expect((await said(id)).slice(before)).toMatchObject([
    { body: expect.stringContaining('Receipt R/26-27/0001 · ₹400') as string },
    { body: expect.stringContaining('Refund receipt R/26-27/0002 · ₹200') as string },
  ]);
});
