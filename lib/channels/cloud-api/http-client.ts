import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosInstance } from 'axios';

/** Meta's longest answers are a few kilobytes. */
const maxAnswerBytes = 256 * 1024;
/** Less than the 5 s after which a Node server closes idle connections: a race there looks like an unknown outcome. */
const idleMs = 4_000;
const maxSockets = 128;

/** `code` given to a connection that never came about, so that it is not taken for a lost answer. */
export const connectTimeoutCode = 'ERR_CONNECT_TIMEOUT';

/**
 * An HTTP client for a provider: connections are kept and reused, `timeoutMs` bounds connecting and silence on the
 * line, redirects are not followed, proxies from the environment are ignored, answers are text of at most 256 KiB at any status.
 */
export function createHttpClient(timeoutMs: number): AxiosInstance {
  const options = { keepAlive: true, timeout: idleMs, maxSockets, scheduling: 'lifo' } as const;
  return axios.create({
    httpAgent: withConnectTimeout(new http.Agent(options), timeoutMs / 2, 'connect'),
    httpsAgent: withConnectTimeout(new https.Agent(options), timeoutMs / 2, 'secureConnect'),
    timeout: timeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: maxAnswerBytes,
    maxBodyLength: maxAnswerBytes,
    responseType: 'text',
    transformResponse: (body: unknown) => body,
    validateStatus: () => true,
  });
}

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
    socket.destroy(Object.assign(new Error('No connection in time'), { code: connectTimeoutCode }));
  }, ms);
  const stop = () => clearTimeout(timer);
  socket.once(ready, stop).once('close', stop);
}
