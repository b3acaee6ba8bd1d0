import { z } from 'zod';
import type { GatewayName } from '../kernel/gateways';

const secret = z.string().min(1).max(200);

const shapes = {
  razorpay: z.object({
    gateway: z.literal('razorpay'),
    keyId: secret,
    keySecret: secret,
    /** Made by us, to be entered at the gateway. */
    webhookSecret: secret,
    /** The secret before a rotation; Razorpay tells events from before it with this one for 24 hours. */
    previousSecret: z.object({ secret, until: z.iso.datetime() }).nullable(),
  }),
  payu: z.object({
    gateway: z.literal('payu'),
    merchantKey: secret,
    salt: secret,
    links: z.object({ merchantId: secret, clientId: secret, clientSecret: secret }).nullable(),
  }),
  upi: z.object({ gateway: z.literal('upi'), address: z.string(), payee: z.string() }),
} satisfies { [Name in GatewayName]: z.ZodType<{ gateway: Name }> };

type Shape = (typeof shapes)[GatewayName];

/** What is sealed of a payment account. */
export const accountCredentialsSchema = z.discriminatedUnion(
  'gateway',
  Object.values(shapes) as [Shape, ...Shape[]],
);

export type AccountCredentials = z.infer<typeof accountCredentialsSchema>;
