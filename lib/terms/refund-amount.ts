import type { Paise } from '../kernel/money';
import type { RefundRule } from './types';

const hourMs = 3_600_000;

export type CalledOff = {
  rule: RefundRule;
  /** Paid and not on its way back already. */
  keptPaise: Paise;
  startsAt: Date;
  now: Date;
  /** The venue gives everything back, whatever the rule and the hour. */
  by: 'customer' | 'venue';
};

/**
 * What goes back to the customer when a booking is called off: the share of the first step whose notice is kept. At
 * exactly the notice it still counts. Half a paisa goes to the customer. Nothing after the last step.
 */
export function refundAmount({ rule, keptPaise, startsAt, now, by }: CalledOff): Paise {
  if (by === 'venue') return keptPaise;
  const leftMs = startsAt.getTime() - now.getTime();
  const step = rule.steps.find(({ hoursBefore }) => leftMs >= hoursBefore * hourMs);
  return Math.round((keptPaise * (step?.percent ?? 0)) / 100);
}
