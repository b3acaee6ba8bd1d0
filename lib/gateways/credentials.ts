import { z } from 'zod';

const secret = z.string().min(1).max(200);

/** What is sealed of a payment account. */
export const accountCredentialsSchema = z.discriminatedUnion('gateway', [
  z.object({
    gateway: z.literal('razorpay'),
    keyId: secret,
    keySecret: secret,
    webhookSecret: secret,
    /** The secret before a rotation; Razorpay tells events from before it with this one for 24 hours. */
    previousSecret: z.object({ secret, until: z.iso.datetime() }).nullable(),
  }),
  z.object({
    gateway: z.literal('payu'),
    merchantKey: secret,
    salt: secret,
    links: z.object({ merchantId: secret, clientId: secret, clientSecret: secret }).nullable(),
  }),
  z.object({ gateway: z.literal('upi'), address: z.string(), payee: z.string() }),
]);

export type AccountCredentials = z.infer<typeof accountCredentialsSchema>;
