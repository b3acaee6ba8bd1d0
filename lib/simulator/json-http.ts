import type { IncomingMessage, ServerResponse } from 'node:http';

const maxBytes = 4 * 1024 * 1024;

export class BodyTooLarge extends Error {}

/** The whole body as text. Throws BodyTooLarge over 4 MiB. */
export const readBody = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxBytes) throw new BodyTooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
};

export const answerJson = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=UTF-8',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
};
