import path from 'node:path';
import { readEnvOrExit, type Env } from '../lib/env';
import { approvedTemplate } from '../lib/simulator/approved-template';
import { simulatorCredentials, simulatorNumber } from '../lib/simulator/credentials';
import { startSimulator } from '../lib/simulator/server';
import { demoTemplates } from '../lib/workflows/demo/demo-templates';
import { reachableHost } from './stack/reachable-host';
import { stopWithParent } from './stack/stop-with-parent';

/** The WhatsApp simulator as a process of its own; its phones are shown by /simulator. */

const firstCustomers = [
  { name: 'அன்பு', identity: 'both', waId: '919840000001' },
  { name: 'Priya', identity: 'both', waId: '919840000002' },
  { name: 'கவிதா', identity: 'bsuid', username: '@kavitha.r' },
] as const;

const end = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const portOf = (env: Env): number => {
  if (env.NERAM_SIMULATOR_PORT) return env.NERAM_SIMULATOR_PORT;
  return env.NERAM_SIMULATOR_URL ? Number(new URL(env.NERAM_SIMULATOR_URL).port || 80) : env.PORT + 1;
};

const env = readEnvOrExit();
if (!env.simulator) end('The simulator is switched off. NERAM_SIMULATOR=on switches it on.');
const secret =
  env.NERAM_SECRET ?? end('NERAM_SECRET is not set. `npm start` makes one; so does: openssl rand -base64 32');
const port = portOf(env);

const running = await startSimulator({
  port,
  file: path.join(env.dataDir, 'simulator.jsonl'),
  webhook: {
    ...simulatorNumber,
    ...simulatorCredentials(secret),
    url: `http://${reachableHost(env.HOST)}:${String(env.PORT)}/api/webhooks/whatsapp/demo`,
  },
  firstCustomers,
  templates: demoTemplates.map(({ definition }) => approvedTemplate(definition)),
}).catch((error: unknown) =>
  end(
    `The simulator could not start on port ${String(port)}: ${error instanceof Error ? error.message : 'unknown reason'}`,
  ),
);

process.stdout.write(`simulator ready on ${running.url}\n`);
process.send?.({ ready: true, url: running.url });

stopWithParent(() => running.close());
