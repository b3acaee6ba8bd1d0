import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number, 1 to 65535')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be a port number, 1 to 65535');

const address = z
  .string()
  .refine(
    (value) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value),
    'must be an address like https://example.com',
  )
  .transform((value) => value.replace(/\/+$/, ''));

const base64Of32Bytes = z
  .string()
  .refine(
    (value) => /^[\w+/-]+={0,2}$/.test(value) && Buffer.from(value, 'base64').length >= 32,
    'must be 32 or more random bytes in base64. Make one: openssl rand -base64 32',
  );

const databaseUrl = z
  .string()
  .refine(
    (value) => /^postgres(ql)?:\/\//.test(value) && URL.canParse(value),
    'must be an address like postgresql://user:password@host:5432/database',
  );

const text = z.string();

/** Every variable that Neram reads; `.env.example` says what each is for, and a test compares the two. */
export const variables = {
  PORT: port.default(3000),
  HOST: text.regex(/^[\w.:-]+$/, 'must be a host name or an IP address').default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_DIRECT_URL: databaseUrl.optional(),
  NERAM_DATA_DIR: text.default('.neram'),
  NERAM_PUBLIC_URL: address.optional(),
  NERAM_SECRET: base64Of32Bytes.optional(),
  NERAM_DEMO_PASSWORD: text.min(8, 'must have 8 characters or more').optional(),
  NERAM_SIMULATOR: z.enum(['on', 'off'], 'must be on or off').optional(),
  WHATSAPP_API_URL: address.default('https://graph.facebook.com'),
  WHATSAPP_API_VERSION: text.regex(/^v\d{1,2}\.\d$/, 'must be a Graph version like v26.0').default('v26.0'),
  WHATSAPP_PHONE_NUMBER_ID: text.regex(/^\d+$/, 'must be digits').optional(),
  WHATSAPP_WABA_ID: text.regex(/^\d+$/, 'must be digits').optional(),
  WHATSAPP_ACCESS_TOKEN: text.optional(),
  WHATSAPP_APP_SECRET: text.optional(),
  WHATSAPP_VERIFY_TOKEN: text.optional(),
  D360_API_URL: address.default('https://waba-v2.360dialog.io'),
  TWILIO_API_URL: address.default('https://api.twilio.com'),
  GUPSHUP_API_URL: address.default('https://api.gupshup.io'),
  ONPREM_API_URL: address.optional(),
  RAZORPAY_API_URL: address.default('https://api.razorpay.com'),
  PAYU_API_URL: address.default('https://info.payu.in'),
  PAYU_CHECKOUT_URL: address.default('https://secure.payu.in'),
  GOOGLE_API_URL: address.default('https://www.googleapis.com'),
  GOOGLE_CLIENT_ID: text.optional(),
  GOOGLE_CLIENT_SECRET: text.optional(),
  RAZORPAY_KEY_ID: text.optional(),
  RAZORPAY_KEY_SECRET: text.optional(),
  RAZORPAY_WEBHOOK_SECRET: text.optional(),
  PAYU_MERCHANT_KEY: text.optional(),
  PAYU_MERCHANT_SALT: text.optional(),
  NERAM_SMTP_URL: text
    .refine(
      (value) => /^smtps?:\/\//.test(value) && URL.canParse(value),
      'must be an address like smtp://user:password@mail.example.com:587',
    )
    .optional(),
  NERAM_MAIL_FROM: text.regex(/@/, 'must be a sender like Neram <book@example.com>').optional(),
  NERAM_METRICS_TOKEN: text
    .min(16, 'must have 16 characters or more. Make one: openssl rand -hex 24')
    .optional(),
  NERAM_WORKER_METRICS_PORT: port.optional(),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be a pino level, e.g. info or debug',
    )
    .default('info'),
  NERAM_SIMULATOR_URL: address.optional(),
  NERAM_SIMULATOR_PORT: port.optional(),
  NERAM_PAYMENT_STAND_IN_URL: address.optional(),
  NERAM_PAYMENT_STAND_IN_PORT: port.optional(),
};

export type Variables = z.infer<z.ZodObject<typeof variables>>;
