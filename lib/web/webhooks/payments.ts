import { AppError } from '../../kernel/app-error';
import type { TellingGateway } from '../../kernel/gateways';
import { metrics } from '../../metrics/metrics';
import { receiveGatewayWebhook } from '../../workflows/money/receive-gateway-webhook';
import type { Door } from './types';

/** Far above anything a gateway sends; as with WhatsApp, so that there is one number to know. */
const maxBytes = 3 * 1024 * 1024;

/** Events of a payment gateway, at the business's slug. 200 only once the event is stored. */
export const payments = (gateway: TellingGateway): Door => ({
  async POST(world, call, slug) {
    const body = await call.readBody(maxBytes);
    const outcome = await receiveGatewayWebhook(world, { gateway, slug }, body, call.headers);
    metrics.webhooks.inc({ provider: gateway, outcome: outcome.kind });
    switch (outcome.kind) {
      case 'stored':
      case 'ignored':
        return { status: 200, headers: {}, body: '' };
      case 'unknown-address':
        throw new AppError('not-found', 'No business takes payments of this gateway at this address.');
      case 'bad-signature':
        throw new AppError('unauthenticated', 'The body is not signed for this account.');
      case 'unreadable':
        throw new AppError('invalid', outcome.why);
    }
  },
});
