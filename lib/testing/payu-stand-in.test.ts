import { describe, expect, it } from 'vitest';
import { checkoutForm } from '../gateways/payu/checkout-form';
import { openPayu } from '../gateways/payu/gateway';
import type { LinkRequest, PayuConnection } from '../gateways/types';
import { startPayu } from '../stand-ins/payu/server';
import { describeGateway, type GatewayHarness } from './gateway-contract';

const keys = { merchantKey: 'payukey', salt: 'payu-salt-secret' };
const account = { merchantId: '8000001', clientId: 'payu-client', clientSecret: 'payu-client-secret' };

/** The hidden fields of a page: what the browser would post. */
function hiddenFields(html: string): URLSearchParams {
  const plain = (text: string) =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const inputs = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return new URLSearchParams([...inputs].map(([, name = '', value = '']) => [plain(name), plain(value)]));
}

const post = async (url: string, fields: Record<string, string>) => {
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text() };
};

const request: LinkRequest = {
  reference: '0199f0aa-0000-7000-8000-000000000001',
  amountPaise: 50_050,
  description: 'Booking | K7M2P9',
  bookingCode: 'K7M2P9',
  expiresAt: new Date('2026-11-26T10:20:00Z'),
  pageUrl: 'https://neram.example/pay/1',
  payer: { name: 'Asha|Devi', email: 'k7m2p9@neram.example' },
};

type Ways = { hosted?: boolean; signsLinksByClientSecret?: boolean; namesLinkPayments?: boolean };

const harness = ({ hosted = false, ...ways }: Ways): GatewayHarness => ({
  linksAtGateway: !hosted,
  async start({ now, webhookUrl, timeoutMs }) {
    const running = await startPayu({
      port: 0,
      ...keys,
      links: account,
      webhookUrl,
      now,
      retryDelaysMs: [],
      ...ways,
    });
    const { control, url } = running;
    const connection: PayuConnection = {
      gateway: 'payu',
      apiUrl: url,
      checkoutUrl: url,
      ...keys,
      links: hosted ? null : { accountsUrl: url, linksUrl: url, ...account },
    };
    const options = { clock: { now }, timeoutMs, pause: () => Promise.resolve() };
    const formOf = (request: LinkRequest) => {
      const form = checkoutForm(connection, request, now());
      if (!form.ok) throw new Error(form.detail);
      return form.value;
    };
    const requests = new Map<string, LinkRequest>();
    const gateway = openPayu(connection, options);
    return {
      gateway: {
        ...gateway,
        createLink: (request) => {
          requests.set(request.reference, request);
          return gateway.createLink(request);
        },
      },
      stranger: openPayu({ ...connection, salt: 'stolen-and-old' }, options),
      secrets: [keys.salt, account.clientSecret, 'stolen-and-old'],
      faults: control.faults,
      async checkout(link, request, act) {
        const form = formOf(request);
        const { html } = hosted
          ? await post(form.action, { ...form.fields, act })
          : await post(link.url ?? '', { act });
        const fields = hiddenFields(html);
        return fields.get('status') === 'success' ? fields : null;
      },
      payLate(link) {
        const request = requests.get(link.reference ?? '');
        if (!hosted || !request) return control.payLink(link.id);
        return control.payHosted(formOf(request).fields, request.amountPaise);
      },
      counts: () => ({
        links: control.account.links.size,
        captured: control.account.transactions.filter(({ unmappedstatus }) => unmappedstatus === 'captured')
          .length,
        refunds: control.account.refunds.length,
      }),
      setBalance(paise) {
        control.account.balancePaise = paise;
      },
      letRefundsWait() {
        control.account.refundsWait = true;
      },
      settleRefund(refundId, status) {
        control.settleRefund(refundId, status === 'processed' ? 'SUCCESS' : 'FAILURE');
      },
      misbehave: control.misbehave,
      settled: control.settled,
      close: running.close,
    };
  },
});

describeGateway('PayU with Payment Links', harness({}));
describeGateway('PayU with the hosted checkout', harness({ hosted: true }));

// Where PayU's own pages contradict each other, both ways work.
describeGateway('PayU that signs links by the client secret', harness({ signsLinksByClientSecret: true }));

describe('a link whose payments PayU names itself', () => {
  it('is paid all the same', async () => {
    const now = () => new Date('2026-11-26T10:00:00Z');
    const ways = harness({ namesLinkPayments: true });
    const bench = await ways.start({ now, webhookUrl: 'http://127.0.0.1:9', timeoutMs: 2_000 });
    const made = await bench.gateway.createLink(request);
    if (!made.ok) throw new Error(made.detail);
    await bench.checkout(made.value, request, 'pay');
    const link = await bench.gateway.fetchLink(made.value.id);
    expect(link).toMatchObject({ ok: true, value: { status: 'paid', payments: [{ amountPaise: 50_050 }] } });
    await bench.close();
  });
});

describe('the hosted checkout', () => {
  it('refuses a form whose amount was changed', async () => {
    const now = new Date('2026-11-26T10:00:00Z');
    const running = await startPayu({ port: 0, ...keys, links: null, webhookUrl: null, now: () => now });
    const connection: PayuConnection = {
      gateway: 'payu',
      apiUrl: running.url,
      checkoutUrl: running.url,
      ...keys,
      links: null,
    };
    const form = checkoutForm(connection, request, now);
    if (!form.ok) throw new Error(form.detail);
    const { action, fields } = form.value;
    expect((await post(action, fields)).status).toBe(200);
    expect((await post(action, { ...fields, amount: '1.00' })).status).toBe(400);
    expect((await post(action, { ...fields, udf3: '100' })).status).toBe(400);
    await running.close();
  });
});
