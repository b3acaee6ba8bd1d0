import type { Env } from '../../lib/env';
import { openDatabase } from '../../lib/db/client';
import { seedDemo } from '../../lib/workflows/seed-demo';
import { seal } from '../../lib/vault/seal';
import { simulatorCredentials } from '../../lib/simulator/credentials';
import { step } from '../setup/progress.mjs';
import { demoPayments } from './demo-payments';
import { ownDemoPassword } from './secrets';
import { oweWelcome } from './welcome';

export type Seeded = { created: boolean; password: string };

/** Loads the demo business into an empty database; an inhabited one is left alone. */
export async function seedIfEmpty(env: Env, url: string, secret: string): Promise<Seeded> {
  const password = env.NERAM_DEMO_PASSWORD ?? ownDemoPassword(env.dataDir);
  const database = openDatabase(url, 2);
  try {
    const { rows } = await database.pool.query<{ empty: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM business) AS empty',
    );
    if (!rows[0]?.empty) return { created: false, password };
    const { created } = await step('load the demo business', () =>
      seedDemo(database, {
        env: {
          demoPassword: password,
          whatsapp: env.whatsapp,
          simulator: simulatorCredentials(secret),
          payments: demoPayments(env, secret),
        },
        now: new Date(),
        seal: (plain) => seal(plain, secret),
      }),
    );
    if (created) oweWelcome(env.dataDir);
    return { created, password };
  } finally {
    await database.close();
  }
}
