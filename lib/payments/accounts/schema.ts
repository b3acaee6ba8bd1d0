import { z } from 'zod';
import { type GatewayName, gatewayNames } from '../../kernel/gateways';

// The messages of these forms are keys of the dashboard's texts (settings: pay_…).

const key = (form: RegExp, message: string) => z.string().trim().regex(form, message);
const secret = z
  .string()
  .trim()
  .min(4, 'pay_mistakeSecret')
  .max(200, 'pay_mistakeSecret')
  .regex(/^\S*$/, 'pay_mistakeSecret');

/** Which places an owner may choose; the stand-in is a Razorpay without keys. */
export type AccountKind = GatewayName | 'built-in';

const forms = {
  razorpay: z.object({
    gateway: z.literal('razorpay'),
    keyId: key(/^rzp_(test|live)_\w{4,100}$/, 'pay_mistakeKeyId'),
    keySecret: secret,
  }),
  payu: z
    .object({
      gateway: z.literal('payu'),
      mode: z.enum(['test', 'live']),
      merchantKey: key(/^\w{3,40}$/, 'pay_mistakeMerchantKey'),
      salt: secret,
      /** Of Payment Links; all three or none. */
      merchantId: z.string().trim().max(40),
      clientId: z.string().trim().max(200),
      clientSecret: z.string().trim().max(200),
    })
    .refine(
      ({ merchantId, clientId, clientSecret }) =>
        [merchantId, clientId, clientSecret].every((each) => (each === '') === (merchantId === '')),
      { path: ['clientSecret'], message: 'pay_mistakeLinks' },
    ),
  upi: z.object({
    gateway: z.literal('upi'),
    address: key(/^[A-Za-z0-9._-]{2,256}@[A-Za-z][A-Za-z0-9]{1,63}$/, 'pay_mistakeUpi'),
    payee: z.string().trim().min(1, 'pay_mistakePayee').max(99, 'pay_mistakePayee'),
  }),
  'built-in': z.object({ gateway: z.literal('built-in') }),
} satisfies { [Kind in AccountKind]: z.ZodType<{ gateway: Kind }> };

type Form = (typeof forms)[AccountKind];

/** An account as the owner enters it. */
export const accountForm = z.discriminatedUnion('gateway', Object.values(forms) as [Form, ...Form[]]);

export type AccountForm = z.infer<typeof accountForm>;

const instant = z.iso.datetime();
const mode = z.enum(['test', 'live', 'built-in']);
const gateway = z.enum(gatewayNames);

const shownAccount = z.object({
  id: z.uuid(),
  gateway,
  mode,
  /** What tells it from others and is no secret: its key id or address. */
  name: z.string(),
  createdAt: instant,
  checkedAt: instant.nullable(),
  checkProblem: z.string().nullable(),
  heardAt: instant.nullable(),
  /** Calls of the last 24 hours that were not signed for it, and when the last came. */
  badSignatureAt: instant.nullable(),
  badSignatures: z.number().int(),
  /**
   * Where its gateway is to tell what happens; `secret` is the one that we made, to be entered there and replaced at will;
   * null where the gateway signs with one of its own.
   */
  webhook: z.object({ address: z.string(), secret: z.string().nullable() }).nullable(),
  /** Until when the webhook secret before the last rotation is still believed. */
  previousSecretUntil: instant.nullable(),
  /** Links that customers may still pay. */
  openLinks: z.number().int(),
  upi: z
    .object({
      address: z.string(),
      payee: z.string(),
      /** A QR code asking for one rupee, as an SVG path in a box of `size`. */
      qr: z.object({ size: z.number().int(), path: z.string() }),
    })
    .nullable(),
});

/** All that the page "Payments" of the settings shows. */
export const paymentAccountPage = z.object({
  account: shownAccount.nullable(),
  /** Retired ones, newest first: their money still comes and goes back there. */
  earlier: z.array(
    z.object({
      id: z.uuid(),
      gateway,
      mode,
      name: z.string(),
      retiredAt: instant,
      openLinks: z.number().int(),
    }),
  ),
  /** Whether the built-in stand-in runs here. */
  builtIn: z.boolean(),
  channels: z.array(
    z.object({ id: z.uuid(), label: z.string(), paymentConfiguration: z.string().nullable() }),
  ),
});

export type PaymentAccountPage = z.infer<typeof paymentAccountPage>;
export type ShownAccount = z.infer<typeof shownAccount>;

/** What a try of the connection said; `problem` null: all is well. */
export const checkAnswer = z.object({ problem: z.string().nullable() });

/** The name that a payment configuration has at Meta; null: customers pay by link. */
export const configurationForm = z.object({
  name: z
    .string()
    .trim()
    .regex(/^[\w .-]{1,60}$/, 'pay_mistakeConfiguration')
    .nullable(),
});
