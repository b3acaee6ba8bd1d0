import { createServer } from 'node:net';

/** Whether a server could listen there now; a reason other than "taken" is thrown. */
export function isFree(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/** The next port upwards that is free. */
export async function nextFreePort(port, host) {
  for (let next = port + 1; next < Math.min(port + 200, 65_536); next += 1)
    if (await isFree(next, host)) return next;
  return null;
}
