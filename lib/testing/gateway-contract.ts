import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  GatewayEvent,
  GatewayLink,
  GatewayPayment,
  GatewayRefund,
  LinkRequest,
  Outcome,
  PaymentGateway,
} from '../gateways/types';
import { type HttpStub, startHttpStub } from './http-stub';

export type GatewayFault = 'hang' | 'bad-gateway' | 'too-many-requests' | 'lost-answer';

/** One gateway with its stand-in, both on the clock that the test moves. */
export type GatewayBench = {
  gateway: PaymentGateway;
  /** The same account with a wrong key. */
  stranger: PaymentGateway;
  /** Everything that must never be seen in an outcome. */
  secrets: readonly string[];
  /** Makes the next calls run into these. */
  faults(...faults: GatewayFault[]): void;
  /** Goes to the link's address and pays or fails there, as a payer; gives what the browser brings back after success. */
  checkout(
    link: GatewayLink,
    request: LinkRequest,
    act: 'pay' | 'fail' | 'fail-then-pay' | 'pay-less',
  ): Promise<URLSearchParams | null>;
  /** A payment under way goes through although its link is closed; gives its id. */
  payLate(link: GatewayLink): string;
  /** How many links, or captured payments, or refunds the gateway has. */
  counts(): { links: number; captured: number; refunds: number };
  setBalance(paise: number): void;
  /** From now on refunds wait until `settleRefund`. */
  letRefundsWait(): void;
  settleRefund(refundId: string, status: 'processed' | 'failed'): void;
  misbehave(how: { twice?: boolean; wrongSignature?: boolean }): void;
  settled(): Promise<void>;
  close(): Promise<void>;
};

export type GatewayHarness = {
  start(options: { now: () => Date; webhookUrl: string; timeoutMs: number }): Promise<GatewayBench>;
  /** Off where a link is our own page, and so nothing at the gateway, until somebody pays. */
  linksAtGateway: boolean;
};

const reference = (last: number) => `0199f0aa-0000-7000-8000-${String(last).padStart(12, '0')}`;

/** The tests that every gateway passes against its stand-in, over real HTTP. */
export function describeGateway(name: string, harness: GatewayHarness): void {
  describe(`${name} keeps the gateway contract`, () => {
    let bench: GatewayBench;
    let hook: HttpStub;
    let now: Date;

    beforeEach(async () => {
      now = new Date('2026-11-26T10:00:00Z');
      hook = await startHttpStub();
      bench = await harness.start({ now: () => now, webhookUrl: hook.url, timeoutMs: 300 });
    });
    afterEach(async () => {
      await bench.close();
      await hook.close();
    });

    const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const request = (change: Partial<LinkRequest> = {}): LinkRequest => ({
      reference: reference(1),
      amountPaise: 50_050,
      description: 'Booking K7M2P9',
      bookingCode: 'K7M2P9',
      expiresAt: minutesLater(20),
      pageUrl: 'https://neram.example/pay/1',
      payer: { name: 'ஆஷா', phone: '+919000000001', email: 'k7m2p9@neram.example' },
      ...change,
    });
    const make = async (change: Partial<LinkRequest> = {}) => {
      const link = must(await bench.gateway.createLink(request(change)));
      return { link, asked: request(change) };
    };
    const paid = async () => {
      const { link, asked } = await make();
      await bench.checkout(link, asked, 'pay');
      const [payment] = must(await bench.gateway.fetchLink(link.id)).payments;
      if (!payment) throw new Error('The link is not paid');
      return { link, paymentId: payment.id };
    };
    const refundOf = (paymentId: string, amountPaise: number, key: number) =>
      bench.gateway.refund({ paymentId, amountPaise, key: reference(key) });
    const heard = (): GatewayEvent[] =>
      hook.requests.map(({ body, headers }) => {
        const event = bench.gateway.parseWebhook(Buffer.from(body), headersOf(headers));
        if (!event) throw new Error('An event that cannot be read');
        return event;
      });

    describe('a link', () => {
      it('is made once for one reference', async () => {
        const { link } = await make();
        expect(link).toMatchObject({
          reference: reference(1),
          amountPaise: 50_050,
          currency: 'INR',
          status: 'open',
          payments: [],
        });
        expect(link.url).toMatch(/^https?:\/\//);
        expect((await make()).link.id).toBe(link.id);
        expect((await make({ reference: reference(2) })).link.id).not.toBe(link.id);
      });

      it('is refused without asking where a limit is broken', async () => {
        for (const amountPaise of [0, -100, 99, 100.5, Number.NaN]) {
          expect(await bench.gateway.createLink(request({ amountPaise }))).toMatchObject({ kind: 'invalid' });
        }
        const tooSoon = new Date(now.getTime() + bench.gateway.minimumLinkMs - 1);
        expect(await bench.gateway.createLink(request({ expiresAt: tooSoon }))).toMatchObject({
          kind: 'expires-too-soon',
        });
        expect(bench.counts().links).toBe(0);
      });

      it('is open, then paid, with the payment captured', async () => {
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'pay');
        const after = must(await bench.gateway.fetchLink(link.id));
        expect(after).toMatchObject({ status: 'paid', currency: 'INR' });
        expect(after.payments).toMatchObject([{ amountPaise: 50_050, currency: 'INR', status: 'captured' }]);
      });

      it('takes no second payment by a second click', async () => {
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'pay');
        await bench.checkout(link, asked, 'pay');
        expect(bench.counts().captured).toBe(1);
      });

      it('stays open after a failed try, and is paid by the next one', async () => {
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'fail');
        const failed = must(await bench.gateway.fetchLink(link.id));
        expect(failed.status).toBe('open');
        expect(failed.payments.filter(({ status }) => status === 'captured')).toEqual([]);
        await bench.checkout(link, asked, 'fail-then-pay');
        expect(must(await bench.gateway.fetchLink(link.id)).status).toBe('paid');
        expect(bench.counts().captured).toBe(1);
      });

      it('tells the true amount where less was paid', async () => {
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'pay-less');
        const after = must(await bench.gateway.fetchLink(link.id));
        expect(after.status).not.toBe('paid');
        expect(after.payments).toMatchObject([{ amountPaise: 49_950, status: 'captured' }]);
      });

      it('is found by its reference once it is there', async () => {
        expect(must(await bench.gateway.findLink(reference(1)))).toBeNull();
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'pay');
        expect(must(await bench.gateway.findLink(reference(1)))).toMatchObject({
          id: link.id,
          status: 'paid',
        });
        expect(must(await bench.gateway.findLink(reference(9)))).toBeNull();
      });
    });

    describe.runIf(harness.linksAtGateway)('a link kept at the gateway', () => {
      it('is not handed out under a reference of another amount', async () => {
        await make();
        expect(await bench.gateway.createLink(request({ amountPaise: 60_000 }))).toMatchObject({
          reason: 'refused',
          kind: 'duplicate',
        });
        expect(bench.counts().links).toBe(1);
      });

      it.each(['lost-answer', 'bad-gateway', 'hang', 'too-many-requests'] as const)(
        'is made once although the first call meets a %s',
        async (fault) => {
          bench.faults(fault);
          const { link } = await make();
          expect(link).toMatchObject({ status: 'open', reference: reference(1), amountPaise: 50_050 });
          expect(bench.counts().links).toBe(1);
        },
      );

      it('is unknown where nothing is answered', async () => {
        bench.faults(...Array.from({ length: 40 }, () => 'bad-gateway' as const));
        expect(await bench.gateway.createLink(request())).toMatchObject({ reason: 'outcome-unknown' });
      });

      it('made by the last call, whose answer was lost too, is found', async () => {
        bench.faults('bad-gateway', 'too-many-requests');
        bench.faults(...Array.from({ length: 3 }, () => 'lost-answer' as const));
        const { link } = await make();
        expect(must(await bench.gateway.fetchLink(link.id)).status).toBe('open');
        expect(bench.counts().links).toBe(1);
      });

      it('that is not there is not found', async () => {
        const missing = await bench.gateway.fetchLink('plinkNOTHERE00000000');
        expect(missing).toMatchObject({ reason: 'refused', kind: 'not-found' });
      });

      it('expires at its time', async () => {
        const { link } = await make();
        now = minutesLater(25);
        expect(must(await bench.gateway.fetchLink(link.id)).status).toBe('expired');
        expect(must(await bench.gateway.cancelLink(link.id)).kind).toBe('already-closed');
      });

      it('is closed once, also where the answer is lost', async () => {
        const { link } = await make();
        expect(must(await bench.gateway.cancelLink(link.id))).toMatchObject({
          kind: 'cancelled',
          link: { status: 'cancelled' },
        });
        expect(must(await bench.gateway.cancelLink(link.id)).kind).toBe('already-closed');
        const other = await make({ reference: reference(2) });
        bench.faults('lost-answer');
        await bench.gateway.cancelLink(other.link.id);
        expect(must(await bench.gateway.fetchLink(other.link.id)).status).toBe('cancelled');
      });
    });

    describe('cancelling', () => {
      it('closes a link that nobody has paid', async () => {
        const { link } = await make();
        expect(must(await bench.gateway.cancelLink(link.id)).kind).toBe('cancelled');
      });

      it('tells that money has arrived', async () => {
        const { link } = await paid();
        const told = must(await bench.gateway.cancelLink(link.id));
        expect(told).toMatchObject({ kind: 'already-paid', link: { id: link.id } });
        expect(told.link.payments).toMatchObject([{ status: 'captured', amountPaise: 50_050 }]);
      });
    });

    describe('a payment', () => {
      it('is told with what it is for', async () => {
        const { paymentId } = await paid();
        expect(must(await bench.gateway.fetchPayment(paymentId))).toMatchObject({
          id: paymentId,
          amountPaise: 50_050,
          currency: 'INR',
          status: 'captured',
          method: 'upi',
          reference: reference(1),
          createdAt: now,
        });
      });

      it('that comes after the link was closed is money all the same', async () => {
        const { link } = await make();
        await bench.gateway.cancelLink(link.id);
        const paymentId = bench.payLate(link);
        const payment = must(await bench.gateway.fetchPayment(paymentId));
        expect(payment).toMatchObject({ status: 'captured', reference: reference(1), amountPaise: 50_050 });
      });

      it('that is not there is not found', async () => {
        expect(await bench.gateway.fetchPayment('999000')).toMatchObject({ kind: 'not-found' });
      });

      it('is listed within its range once it is money, and not otherwise', async () => {
        const early = await paid();
        const failing = await make({ reference: reference(2) });
        await bench.checkout(failing.link, failing.asked, 'fail');
        now = minutesLater(60);
        const late = await make({ reference: reference(3) });
        await bench.checkout(late.link, late.asked, 'pay');
        const list = async (from: Date, until: Date) =>
          must(await bench.gateway.listSettledPayments({ from, until })).map(({ reference: of }) => of);
        const start = minutesLater(-60);
        expect(await list(start, minutesLater(1))).toEqual(
          expect.arrayContaining([reference(1), reference(3)]),
        );
        expect(await list(start, now)).toEqual([reference(1)]);
        expect(await list(now, minutesLater(1))).toEqual([reference(3)]);
        await refundOf(early.paymentId, 50_050, 7);
        expect(await list(start, now)).toEqual([reference(1)]);
        const all = must(await bench.gateway.listSettledPayments({ from: start, until: minutesLater(1) }));
        expect(all.find(({ id }) => id === early.paymentId)?.refundedPaise).toBe(50_050);
        expect(all.find(({ reference: of }) => of === reference(3))?.refundedPaise).toBe(0);
      });
    });

    it('tells what it keeps of a payment, with the payment or with what it settles', async () => {
      const { paymentId } = await paid();
      const told = must(await bench.gateway.fetchPayment(paymentId));
      const from = minutesLater(0);
      now = minutesLater(4 * 24 * 60);
      const fees = must(await bench.gateway.listFees({ from, until: now }));
      if (fees === null) expect(told.feePaise).toBeGreaterThan(0);
      else expect(fees).toEqual([{ paymentId, feePaise: Math.round(50_050 * 0.02 * 1.18) }]);
      if (fees !== null)
        expect(must(await bench.gateway.listFees({ from: now, until: minutesLater(1) }))).toEqual([]);
    });

    it('tells what was paid out to the bank, or that it tells nothing of it', async () => {
      await paid();
      const from = minutesLater(0);
      now = minutesLater(4 * 24 * 60);
      const told = must(await bench.gateway.listPayouts({ from, until: now }));
      if (told === null) return;
      expect(told).toHaveLength(1);
      expect(told[0]).toMatchObject({
        state: 'paid',
        bankReference: expect.stringContaining('UTR') as string,
      });
      const [payout] = told;
      expect((payout?.amountPaise ?? 0) + (payout?.feePaise ?? 0)).toBe(50_050);
      expect(must(await bench.gateway.listPayouts({ from: now, until: minutesLater(1) }))).toEqual([]);
    });

    describe('a refund', () => {
      it('is made once for one key, and found by key and by id', async () => {
        const { paymentId } = await paid();
        const made = must(await refundOf(paymentId, 20_000, 7));
        expect(must(await refundOf(paymentId, 20_000, 7)).id).toBe(made.id);
        expect(bench.counts().refunds).toBe(1);
        for (const refundId of [null, made.id]) {
          const found = await bench.gateway.fetchRefund({ paymentId, key: reference(7), refundId });
          expect(must(found)).toMatchObject({ id: made.id, paymentId, amountPaise: 20_000 });
        }
        const other = { paymentId, key: reference(8), refundId: null };
        expect(await bench.gateway.fetchRefund(other)).toMatchObject({ kind: 'not-found' });
      });

      it('is listed with all others of its payment, and with none of another', async () => {
        const { paymentId } = await paid();
        expect(must(await bench.gateway.listRefunds(paymentId))).toEqual([]);
        const first = must(await refundOf(paymentId, 20_000, 7));
        const second = must(await refundOf(paymentId, 10_000, 8));
        const other = await make({ reference: reference(2) });
        await bench.checkout(other.link, other.asked, 'pay');
        const [elsewhere] = must(await bench.gateway.fetchLink(other.link.id)).payments;
        must(await refundOf(elsewhere?.id ?? '', 15_000, 9));
        bench.faults('bad-gateway');
        const listed = must(await bench.gateway.listRefunds(paymentId));
        expect(listed.map(({ id, amountPaise, key }) => ({ id, amountPaise, key }))).toEqual(
          expect.arrayContaining([
            { id: first.id, amountPaise: 20_000, key: reference(7) },
            { id: second.id, amountPaise: 10_000, key: reference(8) },
          ]),
        );
        expect(listed).toHaveLength(2);
      });

      it.each(['lost-answer', 'bad-gateway', 'hang', 'too-many-requests'] as const)(
        'is made once although the first call meets a %s',
        async (fault) => {
          const { paymentId } = await paid();
          bench.faults(fault);
          expect(must(await refundOf(paymentId, 50_050, 7))).toMatchObject({
            paymentId,
            amountPaise: 50_050,
          });
          expect(bench.counts().refunds).toBe(1);
        },
      );

      it('never comes to more than was paid', async () => {
        const { paymentId } = await paid();
        must(await refundOf(paymentId, 50_000, 7));
        expect(await refundOf(paymentId, 100, 8)).toMatchObject({ kind: 'not-refundable' });
        expect(bench.counts().refunds).toBe(1);
      });

      it.each([0, -100, 99, 100.5, Number.NaN])('of %d paise is never sent', async (amountPaise) => {
        expect(await refundOf('1', amountPaise, 7)).toMatchObject({ kind: 'invalid' });
      });

      it('is put off where the merchant’s balance is low', async () => {
        const { paymentId } = await paid();
        bench.setBalance(1_000);
        expect(await refundOf(paymentId, 50_050, 7)).toMatchObject({
          reason: 'refused',
          kind: 'low-balance',
        });
      });

      it.each(['processed', 'failed'] as const)('that waits is %s later', async (status) => {
        const { paymentId } = await paid();
        bench.letRefundsWait();
        const made = must(await refundOf(paymentId, 50_050, 7));
        expect(made.status).toBe('pending');
        bench.settleRefund(made.id, status);
        const after = await bench.gateway.fetchRefund({ paymentId, key: reference(7), refundId: made.id });
        expect(must(after).status).toBe(status);
      });
    });

    describe('a webhook', () => {
      it('is signed, and tells the payment with our reference or its link’s', async () => {
        const { link, paymentId } = await paid();
        await bench.settled();
        expect(hook.requests.length).toBeGreaterThan(0);
        for (const { body, headers } of hook.requests)
          expect(bench.gateway.verifyWebhook(Buffer.from(body), headersOf(headers))).toBe(true);
        const event = heard().find(({ payment }) => payment?.status === 'captured');
        expect(event?.payment).toMatchObject({ id: paymentId, amountPaise: 50_050, currency: 'INR' });
        expect([event?.payment?.linkId, event?.link?.id, event?.payment?.reference]).toContain(
          event?.payment?.reference === null ? link.id : event?.payment?.reference,
        );
        expect(event?.payment?.reference ?? reference(1)).toBe(reference(1));
      });

      it('has the same key at each delivery, and each event its own', async () => {
        bench.misbehave({ twice: true });
        const { link, asked } = await make();
        await bench.checkout(link, asked, 'fail');
        await bench.checkout(link, asked, 'pay');
        await bench.settled();
        const keys = heard().map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length / 2);
        expect(new Set(keys).size).toBeGreaterThan(1);
      });

      it('that was changed or wrongly signed is refused', async () => {
        bench.misbehave({ wrongSignature: true });
        await paid();
        await bench.settled();
        const [wrong] = hook.requests;
        if (!wrong) throw new Error('No webhook');
        expect(bench.gateway.verifyWebhook(Buffer.from(wrong.body), headersOf(wrong.headers))).toBe(false);
        bench.misbehave({ wrongSignature: false });
        const other = await make({ reference: reference(2) });
        await bench.checkout(other.link, other.asked, 'pay');
        await bench.settled();
        const right = hook.requests.at(-1);
        if (!right) throw new Error('No webhook');
        const changed = Buffer.from(right.body.replaceAll('500.50', '1.00').replaceAll('50050', '100'));
        expect(bench.gateway.verifyWebhook(Buffer.from(right.body), headersOf(right.headers))).toBe(true);
        expect(bench.gateway.verifyWebhook(changed, headersOf(right.headers))).toBe(false);
      });
    });

    it('believes a returning browser only as it was sent', async () => {
      const { link, asked } = await make();
      const fields = await bench.checkout(link, asked, 'pay');
      if (!fields) throw new Error('The browser did not come back');
      const told = bench.gateway.readReturn(fields);
      const [payment] = must(await bench.gateway.fetchLink(link.id)).payments;
      expect(told).toEqual({ reference: reference(1), linkId: link.id, paymentId: payment?.id });
      const changed = new URLSearchParams(
        [...fields].map(([name, value]) => [name, value.replace('1', '2')]),
      );
      expect(bench.gateway.readReturn(changed)).toBeNull();
      expect(bench.gateway.readReturn(new URLSearchParams())).toBeNull();
    });

    it('knows its own keys, with nothing made and nothing paid', async () => {
      expect(await bench.gateway.check()).toEqual({ ok: true, value: null });
      bench.faults('bad-gateway', 'bad-gateway', 'bad-gateway');
      expect(await bench.gateway.check()).toMatchObject({ reason: 'refused', kind: 'unavailable' });
      expect(bench.counts()).toEqual({ links: 0, captured: 0, refunds: 0 });
    });

    it('says that a wrong key is one, and repeats no secret', async () => {
      const { paymentId } = await paid();
      const outcomes: Outcome<GatewayPayment | GatewayRefund | null>[] = [
        await bench.stranger.check(),
        await bench.stranger.fetchPayment(paymentId),
        await bench.stranger.refund({ paymentId, amountPaise: 100, key: reference(7) }),
      ];
      for (const outcome of outcomes) {
        expect(outcome).toMatchObject({ reason: 'refused', kind: 'unauthorised' });
        for (const secret of bench.secrets) expect(JSON.stringify(outcome)).not.toContain(secret);
      }
      expect(bench.counts().refunds).toBe(0);
    });

    it('tells reads that met nobody to come again, and repeats no secret', async () => {
      const { paymentId } = await paid();
      await bench.close();
      const outcome = await bench.gateway.fetchPayment(paymentId);
      expect(outcome).toMatchObject({ reason: 'refused', kind: 'unavailable' });
      for (const secret of bench.secrets) expect(JSON.stringify(outcome)).not.toContain(secret);
    });
  });
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.reason}: ${outcome.detail}`);
  return outcome.value;
}

function headersOf(headers: HttpStub['requests'][number]['headers']): Headers {
  const plain = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  );
  return new Headers(plain);
}
