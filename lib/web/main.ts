import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import next from 'next';
import { readEnvOrExit } from '../env';
import { politeClose } from './close-server';
import { staticEntrance } from './static-entrance';
import { webhookEntrance } from './webhooks/webhook-entrance';
import { world } from './world';

/** Longer than proxies keep an idle connection (a minute is usual): they must be the ones to close it. */
const keepAliveMs = 75_000;

/** What the build laid beside this very file (scripts/stack/build.ts). */
const built = path.join(import.meta.dirname, 'web', 'static');

const env = readEnvOrExit();

async function main(): Promise<void> {
  const { log, database } = world();
  const app = next({ dev: false, dir: process.cwd(), hostname: env.HOST, port: env.PORT });
  await app.prepare();
  const handle = app.getRequestHandler();
  const pages: RequestListener = (request, response) => void handle(request, response);
  const server = createServer(
    { keepAliveTimeout: keepAliveMs },
    webhookEntrance(staticEntrance(built, pages)),
  );
  const close = politeClose(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(env.PORT, env.HOST, resolve);
  });
  log.info({ host: env.HOST, port: env.PORT }, 'the web server is running');
  process.send?.('ready');

  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: finishing the requests in hand');
    close()
      .then(() => app.close())
      .then(() => database.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The web server has stopped: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
});
