import type { IncomingMessage } from 'node:http';
import { AppError } from '../../kernel/app-error';
import { tooLarge } from '../read-body';
import type { WebhookCall } from './types';

/** A webhook call out of Node's own server. */
export function callOfMessage(message: IncomingMessage): WebhookCall {
  const url = message.url ?? '';
  const mark = url.indexOf('?');
  return {
    method: message.method ?? '',
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers: { get: (name) => message.headers[name.toLowerCase()]?.toString() ?? null },
    readBody: (limit) => readBody(message, limit),
  };
}

/** What is too large is not kept; the server lets the rest of it run out. */
function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const brokenOff = (): void => reject(new AppError('invalid', 'The body broke off.'));
    if (Number(message.headers['content-length'] ?? 0) > limit) reject(tooLarge(limit));
    else if (message.destroyed) brokenOff();
    const chunks: Buffer[] = [];
    let size = 0;
    message.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else reject(tooLarge(limit));
    });
    message.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    // Comes after the end as well; an error costs its stack.
    message.on('close', () => {
      if (!message.readableEnded) brokenOff();
    });
  });
}
