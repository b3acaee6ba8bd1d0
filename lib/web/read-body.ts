import { AppError } from '../kernel/app-error';

/** Meta's own maximum for one webhook body. Source: Cloud API webhooks, delivery semantics. */
export const maxWebhookBytes = 3 * 1024 * 1024;

/** Reads a body as bytes, at most `limit`; a longer one is refused as soon as it shows. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = new AppError('too-large', `The body is larger than ${limit} bytes.`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge;
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge;
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
