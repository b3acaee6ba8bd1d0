import type { AccountCredentials } from '../gateways/credentials';
import type { TellingGateway } from '../kernel/gateways';
import type { Misbehaviour } from '../stand-ins/webhook-post';
import { startPayu } from '../stand-ins/payu/server';
import type { PaymentAddresses } from '../workflows/open-payments';
import { payuKeys } from './payu-account';
import { razorpayKeys, startTestRazorpay } from './razorpay-account';

/** A gateway's stand-in at a desk, and the account that the club has there. */
export type GatewayAtDesk = {
  credentials: AccountCredentials;
  /** Which of the installation's addresses are the stand-in's. */
  addresses: Partial<PaymentAddresses>;
  /** Pays a link in full; gives the payment's id. */
  pay(linkId: string): string;
  misbehave(change: Partial<Misbehaviour>): void;
  /** Resolves once nothing is being told. */
  settled(): Promise<void>;
  close(): Promise<void>;
};

type StartAtDesk = (webhookUrl: string, now: () => Date) => Promise<GatewayAtDesk>;

export const deskGateways: Readonly<Record<TellingGateway, StartAtDesk>> = {
  async razorpay(webhookUrl, now) {
    const { url, control, close } = await startTestRazorpay(webhookUrl, now);
    const { misbehave, settled } = control;
    return {
      credentials: razorpayKeys,
      addresses: { razorpayApiUrl: url },
      pay: (linkId) => control.pay(linkId) ?? '',
      ...{ misbehave, settled, close },
    };
  },
  async payu(webhookUrl, now) {
    const { merchantKey, salt, links } = payuKeys;
    const options = { port: 0, merchantKey, salt, links, webhookUrl, now, retryDelaysMs: [] };
    const { url, control, close } = await startPayu(options);
    const { misbehave, settled, payLink: pay } = control;
    return {
      credentials: payuKeys,
      addresses: { payuApiUrl: url, payuCheckoutUrl: url },
      ...{ pay, misbehave, settled, close },
    };
  },
};
