import { readEnvOrExit } from '../lib/env';
import { startBuiltInRazorpay } from '../lib/stand-ins/razorpay/built-in';
import { reachableHost } from './stack/reachable-host';
import { stopWithParent } from './stack/stop-with-parent';

/** The built-in payment stand-in as a process of its own; its checkout is shown by /stand-in/pay. */

const end = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const env = readEnvOrExit();
const port =
  env.NERAM_PAYMENT_STAND_IN_PORT ?? end('The payment stand-in is switched off; it runs with the simulator.');
const secret = env.NERAM_SECRET ?? end('NERAM_SECRET is not set. `npm start` makes one.');
const webhooks = `http://${reachableHost(env.HOST)}:${String(env.PORT)}/api/webhooks/payments/rzp`;

const running = await startBuiltInRazorpay({
  port,
  secret,
  publicUrl: `${env.publicUrl}/stand-in`,
  webhookUrl: (merchant) => `${webhooks}/${merchant}`,
}).catch((error: unknown) =>
  end(
    `The payment stand-in could not start on port ${String(port)}: ${error instanceof Error ? error.message : 'unknown reason'}`,
  ),
);

process.stdout.write(`payment stand-in ready on ${running.url}\n`);
process.send?.({ ready: true, url: running.url });

stopWithParent(() => running.close());
