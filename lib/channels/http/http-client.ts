import http from 'node:http';
import https from 'node:https';

/** The longest answers of any provider, files aside, are some kilobytes. */
const maxAnswerBytes = 256 * 1024;
/** Less than the 5 s after which a Node server closes idle connections: a race there looks like an unknown outcome. */
const idleMs = 4_000;
const maxSockets = 128;

/** `code` given to a connection that never came about, so that it is not taken for a lost answer. */
export const connectTimeoutCode = 'ERR_CONNECT_TIMEOUT';
const noAnswerCode = 'ERR_ANSWER_TIMEOUT';
export const longAnswerCode = 'ERR_ANSWER_TOO_LONG';

export type HttpRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Of the type that `headers` name. */
  body?: string;
  /** An answer longer than this breaks off; 256 KiB where nothing is said. */
  maxAnswerBytes?: number;
  /** For the whole of this call, where it may take longer than others. */
  timeoutMs?: number;
};

export type HttpAnswer = { status: number; headers: http.IncomingHttpHeaders; bytes: Buffer };

export type HttpClient = {
  /** Rejects, with Node's `code` or one of ours, where no whole answer came. */
  send(request: HttpRequest): Promise<HttpAnswer>;
};

/**
 * An HTTP client for a provider: connections are kept and reused, `timeoutMs` bounds a whole call, half of it the connecting,
 * redirects are not followed, proxies from the environment are ignored, answers are of bounded length at any status.
 * Node's own client, since every customer waits for this call and axios alone took 0.25 ms of it (docs/decisions/011).
 */
export function createHttpClient(timeoutMs: number): HttpClient {
  const options = { keepAlive: true, timeout: idleMs, maxSockets, scheduling: 'lifo' } as const;
  const plain = withConnectTimeout(new http.Agent(options), timeoutMs / 2, 'connect');
  const secure = withConnectTimeout(new https.Agent(options), timeoutMs / 2, 'secureConnect');
  const send = ({
    method,
    url: address,
    headers,
    body,
    maxAnswerBytes: most,
    timeoutMs: patience,
  }: HttpRequest) =>
    new Promise<HttpAnswer>((resolve, reject) => {
      const url = new URL(address);
      const isSecure = url.protocol === 'https:';
      const request = (isSecure ? https : http).request(url, {
        method,
        agent: isSecure ? secure : plain,
        headers: {
          ...headers,
          ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        },
      });
      // Silence on the line is not enough: a slow answer breaks it with every byte.
      const timer = setTimeout(() => {
        request.destroy(fault(noAnswerCode));
      }, patience ?? timeoutMs);
      request.once('close', () => {
        clearTimeout(timer);
      });
      request.on('error', reject);
      request.once('response', (response) => {
        readBytes(response, most ?? maxAnswerBytes).then((bytes) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
        }, reject);
      });
      // Head and body leave in one write.
      request.end(body);
    });
  return { send };
}

function readBytes(response: http.IncomingMessage, most: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    if (Number(response.headers['content-length'] ?? 0) > most) response.destroy(fault(longAnswerCode));
    response.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > most) response.destroy(fault(longAnswerCode));
      else chunks.push(chunk);
    });
    response.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    response.on('error', reject);
    response.once('close', () => {
      if (!response.readableEnded) reject(fault('ECONNRESET'));
    });
  });
}

const fault = (code: string): Error => Object.assign(new Error(code), { code });

function withConnectTimeout<A extends http.Agent>(
  agent: A,
  ms: number,
  ready: 'connect' | 'secureConnect',
): A {
  const create = agent.createConnection.bind(agent);
  agent.createConnection = (...options: Parameters<typeof create>) => {
    const socket = create(...options);
    if (socket) failUnlessReady(socket, ms, ready);
    return socket;
  };
  return agent;
}

function failUnlessReady(
  socket: NonNullable<ReturnType<http.Agent['createConnection']>>,
  ms: number,
  ready: string,
) {
  const timer = setTimeout(() => {
    socket.destroy(fault(connectTimeoutCode));
  }, ms);
  const stop = () => clearTimeout(timer);
  socket.once(ready, stop).once('close', stop);
}
