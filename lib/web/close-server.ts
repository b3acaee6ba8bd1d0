import type { Server, ServerResponse } from 'node:http';

/** Less than what whoever stops us usually waits before it kills (ten seconds and more). */
const patienceMs = 8_000;
const sweepMs = 50;

const isEndless = (response: ServerResponse): boolean =>
  String(response.getHeader('content-type')).startsWith('text/event-stream');

/**
 * Prepares a server to be closed without cutting anybody off. The returned function takes no new connection, lets requests in
 * hand finish, and resolves when all is closed. Live feeds end at once (browsers open them again elsewhere), and so does what
 * is not finished in eight seconds.
 */
export function politeClose(server: Server): () => Promise<void> {
  const open = new Set<ServerResponse>();
  server.on('request', (_request, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return () =>
    new Promise((resolve) => {
      for (const response of open) if (isEndless(response)) response.destroy();
      // A connection kept alive outlasts its answer; Node closes only those that are idle at this moment.
      const sweep = setInterval(() => {
        server.closeIdleConnections();
      }, sweepMs);
      const deadline = setTimeout(() => {
        server.closeAllConnections();
      }, patienceMs);
      server.close(() => {
        clearInterval(sweep);
        clearTimeout(deadline);
        resolve();
      });
    });
}
