import type { z } from 'zod';
import type { askingSchema, depositSchema, refundRuleSchema, termsSchema } from './schema';

/** When a booking is paid: never, at the venue, a part of it before it counts, or all of it. */
export type PaymentRule = 'none' | 'venue' | 'deposit' | 'full';

/** What share of the price is asked for before the visit, where the service wants a deposit. */
export type Deposit = z.infer<typeof depositSchema>;

/** What a customer gets back who calls off in time. */
export type RefundRule = z.infer<typeof refundRuleSchema>;

/** What was agreed when a booking was made; what the service says later does not touch it. */
export type Terms = z.infer<typeof termsSchema>;

/** How a customer can pay for a booking, as it was last asked for. */
export type Asking = z.infer<typeof askingSchema>;
