import type { PayView } from '../../lib/payments/schema';

const everyMs = 2_000;
const afterEndMs = 5_000;
/** Money that was begun in time may arrive this much later. */
const lateForMs = 15 * 60_000;

/**
 * How long until it is asked again how a payment stands; false: it will not change any more. Where the time to pay is over it
 * may, for a while: whoever comes back from the gateway a second late is booked moments later.
 */
export function pollEvery({ state, payBy }: Pick<PayView, 'state' | 'payBy'>, now: number): number | false {
  if (state === 'booked' || state === 'returning') return false;
  if (state !== 'ended') return everyMs;
  return now < Date.parse(payBy) + lateForMs ? afterEndMs : false;
}
