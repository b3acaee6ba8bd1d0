import type { Logger } from 'pino';
import type { Env } from '../env';
import { EnvError } from '../env';
import { openWorld } from './open-world';
import type { World } from './types';

/**
 * The real world of one process, from its configuration. `way` says how it reaches the database: a web process by the
 * pooler if there is one, a worker always directly, since it listens. Throws `EnvError` where a process alone lacks
 * something.
 */
export function worldFromEnv(
  env: Env,
  log: Logger,
  { connections, way }: { connections: number; way: 'pooled' | 'direct' },
): World & { directUrl: string; secret: string } {
  const { NERAM_SECRET: secret } = env;
  const directUrl = env.DATABASE_DIRECT_URL ?? env.DATABASE_URL;
  const databaseUrl = way === 'direct' ? directUrl : env.DATABASE_URL;
  if (!databaseUrl || !directUrl || !secret) {
    throw new EnvError([
      ...(databaseUrl
        ? []
        : ['DATABASE_URL: is required to run one role alone; `npm start` brings its own database']),
      ...(secret
        ? []
        : ['NERAM_SECRET: is required to run one role alone. Make one: openssl rand -base64 32']),
    ]);
  }
  const world = openWorld(
    {
      databaseUrl,
      secret,
      connections,
      publicUrl: env.publicUrl,
      whatsapp: {
        cloudApiUrl: env.WHATSAPP_API_URL,
        apiVersion: env.WHATSAPP_API_VERSION,
        d360Url: env.D360_API_URL,
        twilioUrl: env.TWILIO_API_URL,
        gupshupUrl: env.GUPSHUP_API_URL,
        onpremUrl: env.ONPREM_API_URL ?? null,
      },
      simulatorUrl: env.NERAM_SIMULATOR_URL ?? null,
      payments: {
        razorpayApiUrl: env.RAZORPAY_API_URL,
        payuApiUrl: env.PAYU_API_URL,
        payuCheckoutUrl: env.PAYU_CHECKOUT_URL,
        standInUrl: env.NERAM_PAYMENT_STAND_IN_URL ?? null,
      },
      calendars: { googleApiUrl: env.GOOGLE_API_URL, client: env.googleClient },
      mail: env.mail,
    },
    log,
  );
  return { ...world, directUrl, secret };
}
