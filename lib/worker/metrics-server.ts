import { createServer } from 'node:http';
import { metrics } from '../metrics/metrics';

/**
 * Shows what this worker counts, as Prometheus text at /metrics: reply times, messages sent and not taken, memory. With a
 * token only to who brings it. What waits in the database is told by the web processes, once for all.
 * Rejects when the port is taken.
 */
export async function startMetricsServer(options: {
  host: string;
  port: number;
  token: string | undefined;
}): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') response.writeHead(404).end();
    else if (options.token !== undefined && request.headers.authorization !== `Bearer ${options.token}`)
      response.writeHead(401).end('The metrics need NERAM_METRICS_TOKEN as a bearer token.\n');
    else
      metrics.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': metrics.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
