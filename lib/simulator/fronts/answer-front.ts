import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphError } from '../graph-error';
import { readBody } from '../json-http';
import type { Simulator } from '../simulator';
import { coreOf } from './core';
import type { FrontAnswer, ProviderFront } from './types';

/** Answers a call of the provider's API, and shows it in the log. */
export const answerFront = async (
  simulator: Simulator,
  front: ProviderFront,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = await readBody(request);
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
  const method = request.method ?? 'GET';
  const end = simulator.log.begin({
    direction: 'call',
    customerId: null,
    label: method === 'GET' ? 'read' : 'send',
    method,
    path: pathname,
    request: body,
  });
  if (method !== 'GET') await simulator.latency();
  const path = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const call = { method, path, query, headers: request.headers, body };
  // A front may throw before it has a promise to give.
  const answered = async (): Promise<FrontAnswer> => front.answer(coreOf(simulator), call);
  const answer = await answered().catch(asMeta);
  if (answer.status >= 400) simulator.counters.refused += 1;
  if (answer.drop) {
    end(null, 'The message was accepted, then the connection was cut before the answer.', answer.customerId);
    request.socket.destroy();
    return;
  }
  const text = typeof answer.body === 'string' ? answer.body : `${String(answer.body.length)} bytes`;
  end(answer.status, text, answer.customerId);
  response
    .writeHead(answer.status, {
      'Content-Type': answer.contentType ?? 'application/json; charset=UTF-8',
      'Content-Length': Buffer.byteLength(answer.body),
      ...answer.headers,
    })
    .end(answer.body);
};

const asMeta = (error: unknown): FrontAnswer => {
  if (!(error instanceof GraphError)) throw error;
  const body = JSON.stringify(error.toBody(`A${randomBytes(12).toString('base64url')}`));
  return { status: error.httpStatus, body };
};
