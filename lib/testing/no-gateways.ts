import type { PaymentAddresses } from '../workflows/open-payments';

/** Gateways at addresses where nobody listens: for tests in which no money moves. */
export const noGateways: PaymentAddresses = {
  razorpayApiUrl: 'http://127.0.0.1:9',
  payuApiUrl: 'http://127.0.0.1:9',
  payuCheckoutUrl: 'http://127.0.0.1:9',
  standInUrl: null,
};
