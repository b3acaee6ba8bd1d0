import http from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type StubRequest = {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
  /** Requests that came over one connection share its number. */
  connection: number;
};

export type StubAnswer =
  | { status: number; headers?: Record<string, string>; body: string; delayMs?: number }
  /** Takes the request and breaks the connection, or never says a word. */
  | 'hang-up'
  | 'silence';

export type HttpStub = {
  url: string;
  requests: StubRequest[];
  /** What the next requests get, in order; the last answer stays. */
  answerWith(...answers: StubAnswer[]): void;
  /** Requests to this path always get this, and are not kept: a login before what is tested. */
  alwaysAnswer(path: string, answer: StubAnswer): void;
  close(): Promise<void>;
};

/** A real HTTP server on a free loopback port that says what a test tells it to. */
export async function startHttpStub(): Promise<HttpStub> {
  const requests: StubRequest[] = [];
  const connections = new Map<Socket, number>();
  let answers: StubAnswer[] = [{ status: 200, body: '{}' }];
  const always = new Map<string, StubAnswer>();

  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers, socket } = request;
      const connection = connections.get(socket) ?? 0;
      const usual = always.get(path);
      if (!usual)
        requests.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8'), connection });
      const answer = usual ?? (answers.length > 1 ? answers.shift() : answers[0]) ?? 'hang-up';
      if (answer === 'silence') return;
      if (answer === 'hang-up') return void socket.destroy();
      setTimeout(
        () => response.writeHead(answer.status, answer.headers).end(answer.body),
        answer.delayMs ?? 0,
      );
    });
  });
  let opened = 0;
  server.on('connection', (socket) => connections.set(socket, (opened += 1)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  // A listening TCP server has an AddressInfo; the type also allows pipes.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    answerWith(...next) {
      answers = next;
    },
    alwaysAnswer(path, answer) {
      always.set(path, answer);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
