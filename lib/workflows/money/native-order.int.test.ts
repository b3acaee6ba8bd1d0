import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listPayments } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court');
  await desk.db.database.prisma.channel.updateMany({ data: { paymentConfiguration: 'club-razorpay' } });
});
afterAll(() => desk.close());

const control = () => desk.razorpay.control;
const prisma = () => desk.db.database.prisma;

async function confirm(name: string, time: string) {
  const visitor = desk.visitor(name);
  await desk.say(visitor, `court tomorrow ${time}`);
  await desk.tap(visitor, name);
  await desk.tap(visitor, 'Confirm');
  const booking = await prisma().booking.findFirstOrThrow({ where: { customer: { profileName: name } } });
  const customer = desk.simulator.control.customers().find((one) => one.name === name);
  if (!customer) throw new Error('The visitor has no phone.');
  const message = desk.simulator.control.messages(customer.id).at(-1);
  return { visitor, bookingId: booking.id, customerId: customer.id, message };
}

const statusOf = async (id: string) => (await prisma().booking.findFirstOrThrow({ where: { id } })).status;

test('a bill is paid inside WhatsApp, and confirmed once by whoever tells first', async () => {
  const { visitor, bookingId, customerId, message } = await confirm('Anbu', '8 am');
  expect(message?.content).toMatchObject({
    kind: 'order',
    amountPaise: 40_000,
    configuration: 'club-razorpay',
  });
  await desk.simulator.control.payOrder(customerId, message?.id ?? '');
  await desk.settle();
  expect(await statusOf(bookingId)).toBe('confirmed');
  expect(visitor.body()).toContain('Booked');
  expect(await listPayments(prisma(), desk.scope, bookingId)).toMatchObject([
    { amountPaise: 40_000, disposition: 'applied' },
  ]);
});

test('WhatsApp’s own word is enough where the gateway’s webhook is lost, and looking where both are', async () => {
  const one = await confirm('Bala', '9 am');
  control().misbehave({ drop: true });
  await desk.simulator.control.payOrder(one.customerId, one.message?.id ?? '');
  await desk.settle();
  expect(await statusOf(one.bookingId)).toBe('confirmed');
  const other = await confirm('Chitra', '10 am');
  await desk.simulator.control.payOrder(other.customerId, other.message?.id ?? '');
  await desk.loseStatuses();
  desk.pass({ minutes: 1 });
  await desk.minute();
  desk.pass({ minutes: 1 });
  await desk.minute();
  control().misbehave({ drop: false });
  expect(await statusOf(other.bookingId)).toBe('confirmed');
});

test.each([
  ['does not deliver', 'Divya', '11 am', { failNext: { code: 131026, times: 1 } }],
  // Marking the customer's message as read is refused first.
  ['refuses', 'Elango', '12 pm', { refuseNext: { code: 131009, times: 2 } }],
])('what WhatsApp %s is asked for by link', async (_, name, time, misbehaviour) => {
  const visitor = desk.visitor(name);
  await desk.say(visitor, `court tomorrow ${time}`);
  await desk.tap(visitor, name);
  desk.simulator.control.misbehave(misbehaviour);
  await desk.tap(visitor, 'Confirm');
  desk.simulator.control.misbehave({ failNext: null, refuseNext: null });
  const customer = desk.simulator.control.customers().find((one) => one.name === name);
  const message = desk.simulator.control.messages(customer?.id ?? '').at(-1);
  expect(message?.content).toMatchObject({ kind: 'link' });
});

test.each([
  ['its customer cancels', 'Farida', '1 pm'],
  ['it is paid at the gateway’s page meanwhile', 'Gopal', '2 pm'],
] as const)(
  'the pay button goes where %s, and is not called off after money has come',
  async (how, name, time) => {
    const { visitor, bookingId, customerId, message } = await confirm(name, time);
    const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId } });
    const isPaid = how.startsWith('it is paid');
    if (isPaid) {
      control().misbehave({ drop: true });
      control().pay(linkId ?? '');
      control().misbehave({ drop: false });
    }
    await desk.say(visitor, 'cancel');
    await desk.minute();
    const ends = () =>
      desk.simulator.control.messages(customerId).filter(({ content }) => content.kind === 'order-status');
    expect(ends().map(({ content }) => content)).toMatchObject([
      { status: isPaid ? 'completed' : 'canceled' },
    ]);
    if (isPaid) return;
    expect(ends()[0]?.content).toMatchObject({ body: expect.stringContaining('₹400') as string });
    await expect(desk.simulator.control.payOrder(customerId, message?.id ?? '')).rejects.toThrow(
      'called off',
    );
    for (let minute = 0; minute < 3; minute += 1) await desk.minute();
    expect(ends()).toHaveLength(1);
  },
);

test('a bill whose link is paid is shown as done, once, and one that is paid by itself is left alone', async () => {
  const { bookingId, customerId, message } = await confirm('Indra', '4 pm');
  const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId } });
  control().pay(linkId ?? '');
  await desk.settle();
  for (let minute = 0; minute < 2; minute += 1) await desk.minute();
  const ends = (customer: string) =>
    desk.simulator.control.messages(customer).filter(({ content }) => content.kind === 'order-status');
  expect(ends(customerId).map(({ content }) => content)).toMatchObject([
    { status: 'completed', body: expect.stringContaining('is paid') as string },
  ]);
  expect(await statusOf(bookingId)).toBe('confirmed');
  await expect(desk.simulator.control.payOrder(customerId, message?.id ?? '')).rejects.toThrow('paid in');
  const inside = await confirm('Jaya', '5 pm');
  await desk.simulator.control.payOrder(inside.customerId, inside.message?.id ?? '');
  await desk.settle();
  await desk.minute();
  expect(ends(inside.customerId)).toEqual([]);
});

test('a bill that ran out by itself is not called off', async () => {
  const { customerId } = await confirm('Hari', '3 pm');
  desk.pass({ minutes: 30 });
  await desk.minute();
  const said = desk.simulator.control.messages(customerId);
  expect(said.filter(({ content }) => content.kind === 'order-status')).toEqual([]);
});
