import { openRazorpay } from '../gateways/razorpay/gateway';
import type { RazorpayConnection } from '../gateways/types';
import { startRazorpay } from '../stand-ins/razorpay/server';
import { describeGateway } from './gateway-contract';

describeGateway('Razorpay', {
  linksAtGateway: true,
  async start({ now, webhookUrl, timeoutMs }) {
    const keys = { keyId: 'rzp_test_STANDIN0000001', keySecret: 'razorpay-key-secret' };
    const webhook = { url: webhookUrl, secret: 'razorpay-webhook-secret' };
    const running = await startRazorpay({ port: 0, ...keys, webhook, now, retryDelaysMs: [] });
    const { control } = running;
    const connection: RazorpayConnection = {
      gateway: 'razorpay',
      apiUrl: running.url,
      ...keys,
      webhookSecrets: [webhook.secret],
    };
    const options = { clock: { now }, timeoutMs, pause: () => Promise.resolve() };
    return {
      gateway: openRazorpay(connection, options),
      stranger: openRazorpay({ ...connection, keySecret: 'stolen-and-old' }, options),
      secrets: [keys.keySecret, webhook.secret, 'stolen-and-old'],
      faults: control.faults,
      async checkout(link, _, act) {
        const answer = await fetch(link.url ?? '', {
          method: 'POST',
          body: new URLSearchParams({ act }),
          redirect: 'manual',
        });
        const location = answer.headers.get('location');
        return location === null ? null : new URL(location).searchParams;
      },
      payLate: (link) => control.pay(link.id) ?? 'nothing',
      counts: () => ({
        links: control.account.links.size,
        captured: [...control.account.payments.values()].filter(({ status }) => status === 'captured').length,
        refunds: control.account.refunds.size,
      }),
      setBalance(paise) {
        control.account.balancePaise = paise;
      },
      letRefundsWait() {
        control.account.refundsWait = true;
      },
      settleRefund: control.settleRefund,
      misbehave: control.misbehave,
      settled: control.settled,
      close: running.close,
    };
  },
});
