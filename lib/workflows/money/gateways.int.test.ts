import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { tellingGateways } from '../../kernel/gateways';
import { currentAccount } from '../../payments/queries';
import { ChatDesk } from '../../testing/chat-desk';
import type { GatewayAtDesk } from '../../testing/desk-gateways';
import { receiveGatewayWebhook } from './receive-gateway-webhook';
import { reconcile } from './reconcile';

vi.stubEnv('TZ', 'America/New_York');

/** Each with a stand-in that is as strict as its documents, over HTTP. */
describe.each(tellingGateways)('a booking that is paid at %s', (name) => {
  let desk: ChatDesk;
  let gateway: GatewayAtDesk;
  beforeAll(async () => {
    desk = await ChatDesk.open();
    gateway = await desk.payAt(name);
    await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 4, percent: 100 }] } });
  });
  afterAll(() => desk.close());

  const prisma = () => desk.db.database.prisma;
  const bookingOf = (customer: string) =>
    prisma().booking.findFirstOrThrow({ where: { customer: { profileName: customer } } });
  const askedOf = async (customer: string, words: string) => {
    const visitor = desk.visitor(customer);
    await desk.say(visitor, words);
    await desk.tap(visitor, customer);
    await desk.tap(visitor, 'Confirm');
    const { id: bookingId } = await bookingOf(customer);
    const { linkId } = await prisma().paymentAttempt.findFirstOrThrow({ where: { bookingId } });
    return { visitor, bookingId, linkId: linkId ?? '' };
  };

  test('is confirmed by its webhook, and gets all of it back when it is cancelled', async () => {
    const { visitor, bookingId, linkId } = await askedOf('Anbu', 'court friday 10 am');
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'held', keptPaise: 0 });
    const gatewayPaymentId = gateway.pay(linkId);
    await desk.settle();
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'confirmed', keptPaise: 40_000 });
    expect(visitor.body()).toContain('Booked');
    expect(await prisma().payment.findMany({ where: { bookingId } })).toMatchObject([
      { gatewayPaymentId, disposition: 'applied', amountPaise: 40_000 },
    ]);

    await desk.tap(visitor, 'Cancel');
    await desk.tap(visitor, 'Yes, cancel');
    // Where no notice of it is signed, it is asked for now and then.
    for (let hour = 0; hour < 3; hour += 1) {
      desk.pass({ minutes: 60 });
      await desk.minute();
    }
    expect(await bookingOf('Anbu')).toMatchObject({ status: 'cancelled', keptPaise: 0 });
    expect(await prisma().refund.findMany()).toMatchObject([{ status: 'processed', amountPaise: 40_000 }]);
  });

  test('P13 is confirmed within two minutes when the webhook is lost', async () => {
    const { visitor, linkId } = await askedOf('Bala', 'court friday 12 noon');
    gateway.misbehave({ drop: true });
    gateway.pay(linkId);
    gateway.misbehave({ drop: false });
    await desk.settle();
    expect(await bookingOf('Bala')).toMatchObject({ status: 'held' });
    for (let minute = 0; minute < 2; minute += 1) {
      desk.pass({ minutes: 1 });
      await desk.minute();
    }
    expect(await bookingOf('Bala')).toMatchObject({ status: 'confirmed' });
    expect(visitor.body()).toContain('Booked');
  });

  test('is not confirmed by what anybody else says', async () => {
    const { linkId } = await askedOf('Chitra', 'court friday 2 pm');
    gateway.misbehave({ wrongSignature: true });
    gateway.pay(linkId);
    await desk.settle();
    gateway.misbehave({ wrongSignature: false });
    expect(await bookingOf('Chitra')).toMatchObject({ status: 'held' });
    const of = { gateway: name, slug: 'demo' } as const;
    expect(await receiveGatewayWebhook(desk.world, of, new Uint8Array(), new Headers())).toEqual({
      kind: 'bad-signature',
    });
  });

  test('has what the gateway kept of it in the books, days later at the latest', async () => {
    desk.pass({ minutes: 4 * 24 * 60 });
    const account = await currentAccount(prisma(), desk.scope);
    const { businessId } = desk.scope;
    await reconcile(desk.world, { businessId, accountId: account?.id ?? '' });
    const [payment] = await prisma().payment.findMany({ where: { booking: { status: 'confirmed' } } });
    expect(payment?.feePaise).toBeGreaterThan(0);
  });
});
