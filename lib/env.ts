import path from 'node:path';
import { z } from 'zod';
import { variables, type Variables } from './env-variables';

export type WhatsappCredentials = {
  phoneNumberId: string;
  wabaId?: string;
  accessToken: string;
  appSecret: string;
  verifyToken: string;
};

export type Env = Omit<Variables, 'NERAM_SIMULATOR'> & {
  production: boolean;
  /** Absolute. */
  dataDir: string;
  publicUrl: string;
  /** On with the embedded database unless switched off; off otherwise unless switched on. */
  simulator: boolean;
  /** The demo business's real channel, when all of its credentials are given. */
  whatsapp: WhatsappCredentials | null;
  /** This installation at Google, when it is registered there. */
  googleClient: { clientId: string; clientSecret: string } | null;
  /** The mail server and the sender, when both are given. */
  mail: { url: string; from: string } | null;
};

/** Bad configuration: every bad variable at once, one line each. */
export class EnvError extends Error {
  override readonly name = 'EnvError';
  constructor(readonly problems: string[]) {
    super(['The configuration has mistakes:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/** Variables that only make sense together. */
const groups = [
  ['WHATSAPP_PHONE_NUMBER_ID', 'WHATSAPP_ACCESS_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'],
  ['RAZORPAY_KEY_ID', 'RAZORPAY_KEY_SECRET', 'RAZORPAY_WEBHOOK_SECRET'],
  ['PAYU_MERCHANT_KEY', 'PAYU_MERCHANT_SALT'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['NERAM_SMTP_URL', 'NERAM_MAIL_FROM'],
] as const;

/**
 * Configuration from environment variables; an empty one counts as absent.
 * Throws `EnvError` naming every bad variable.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = z.object(variables).safeParse(given);
  const production = given['NODE_ENV'] === 'production';
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])}: ${issue.message}`),
    ...halfGroups(given),
  ];
  if (given['DATABASE_DIRECT_URL'] && !given['DATABASE_URL'])
    problems.push('DATABASE_URL: is required because DATABASE_DIRECT_URL is set');
  if (production && given['DATABASE_URL'] && !given['NERAM_SECRET']) {
    problems.push('NERAM_SECRET: is required with DATABASE_URL. Make one: openssl rand -base64 32');
  }
  if (!parsed.success || problems.length > 0) throw new EnvError(problems);
  const env = parsed.data;
  return {
    ...env,
    production,
    dataDir: path.resolve(env.NERAM_DATA_DIR),
    publicUrl: env.NERAM_PUBLIC_URL ?? `http://localhost:${String(env.PORT)}`,
    simulator: env.NERAM_SIMULATOR ? env.NERAM_SIMULATOR === 'on' : !env.DATABASE_URL,
    whatsapp: whatsappOf(env),
    googleClient:
      env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET
        ? { clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET }
        : null,
    mail:
      env.NERAM_SMTP_URL && env.NERAM_MAIL_FROM
        ? { url: env.NERAM_SMTP_URL, from: env.NERAM_MAIL_FROM }
        : null,
  };
}

function halfGroups(given: Record<string, string | undefined>): string[] {
  return groups.flatMap((group) => {
    const missing = group.filter((name) => !given[name]);
    if (missing.length === 0 || missing.length === group.length) return [];
    const present = group.filter((name) => given[name]).join(', ');
    return missing.map((name) => `${name}: is required because ${present} is set`);
  });
}

function whatsappOf(env: Variables): WhatsappCredentials | null {
  const { WHATSAPP_PHONE_NUMBER_ID, WHATSAPP_WABA_ID, WHATSAPP_ACCESS_TOKEN, WHATSAPP_APP_SECRET } = env;
  if (!WHATSAPP_PHONE_NUMBER_ID || !WHATSAPP_ACCESS_TOKEN || !WHATSAPP_APP_SECRET) return null;
  if (!env.WHATSAPP_VERIFY_TOKEN) return null;
  return {
    phoneNumberId: WHATSAPP_PHONE_NUMBER_ID,
    ...(WHATSAPP_WABA_ID ? { wabaId: WHATSAPP_WABA_ID } : {}),
    accessToken: WHATSAPP_ACCESS_TOKEN,
    appSecret: WHATSAPP_APP_SECRET,
    verifyToken: env.WHATSAPP_VERIFY_TOKEN,
  };
}

let cached: Env | undefined;

/** This process's configuration, read once. Throws `EnvError`. */
export function readEnv(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** next-auth reads its own address from the environment and nowhere else. Source: next-auth 4, options. */
export function tellNextAuth(env: Env): void {
  process.env['NEXTAUTH_URL'] ??= env.publicUrl;
}

/** For entrances: prints what is wrong and ends the process with code 1 instead of throwing. */
export function readEnvOrExit(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
