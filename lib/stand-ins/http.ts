import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const maxBytes = 1024 * 1024;

export class BodyTooLarge extends Error {}

/** The whole body as text. Throws BodyTooLarge over 1 MiB. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

export function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
}

export const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  answer(response, status, 'application/json', JSON.stringify(body));
};

/**
 * What an API call runs into before it is looked at; `lost-answer` does it and then breaks the connection, `slow` does it and
 * answers half a minute later.
 */
export type Fault = 'hang' | 'bad-gateway' | 'too-many-requests' | 'in-progress' | 'lost-answer' | 'slow';

const slowMs = 30_000;

/** Runs into the fault; true when the call must not be looked at. */
export function stumble(fault: Fault | undefined, response: ServerResponse): boolean {
  if (fault === 'hang') return true;
  if (fault === 'bad-gateway') {
    answer(response, 502, 'text/html', '<html><body><h1>502 Bad Gateway</h1></body></html>');
    return true;
  }
  if (fault === 'too-many-requests') {
    answerJson(response, 429, { error: { code: 'BAD_REQUEST_ERROR', description: 'Request failed' } });
    return true;
  }
  if (fault === 'in-progress') {
    const description = 'The request is in progress';
    answerJson(response, 409, { error: { code: 'BAD_REQUEST_ERROR', description } });
    return true;
  }
  // The work is done; its answer never arrives.
  if (fault === 'lost-answer') response.end = () => (response.destroy(), response);
  if (fault === 'slow') {
    const end = response.end.bind(response) as (body?: unknown) => ServerResponse;
    response.end = (body?: unknown) => {
      setTimeout(() => end(body), slowMs).unref();
      return response;
    };
  }
  return false;
}

export type Running = { url: string; close(): Promise<void> };

/** Serves on loopback; port 0 takes a free one. Throws when the port is taken. */
export async function serve(
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Running> {
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof BodyTooLarge) answerJson(response, 413, { error: 'body over 1 MiB' });
      else {
        process.stderr.write(`stand-in: ${error instanceof Error ? (error.stack ?? '') : 'unknown fault'}\n`);
        answerJson(response, 500, { error: 'stand-in fault' });
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve();
    });
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${taken}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
