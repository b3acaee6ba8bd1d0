import { createHash } from 'node:crypto';
import { mimeTypeOf } from './webhook-payloads';
import type { MediaKind } from './types';

/** A one-pixel PNG: the smallest picture every viewer opens. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const kinds: readonly MediaKind[] = ['image', 'audio', 'voice', 'video', 'document', 'sticker'];

/** Sixteen digits as Meta's, the first of which tells the kind: nothing has to be remembered to serve one. */
export const newMediaId = (kind: MediaKind, count: number): string =>
  `${String(kinds.indexOf(kind) + 1)}${String(count).padStart(15, '0')}`;

export const mediaKindOf = (mediaId: string): MediaKind | null =>
  /^\d{16}$/.test(mediaId) ? (kinds[Number(mediaId[0]) - 1] ?? null) : null;

/** Bytes of a simulated medium: a real pixel for pictures, a line naming it for the rest. */
export const sampleMedia = (
  mediaId: string,
  kind: MediaKind,
): { bytes: Buffer; mimeType: string; sha256: string } => {
  const bytes = kind === 'image' ? pixel : Buffer.from(`${mediaId}: a ${kind} from the simulator\n`);
  return { bytes, mimeType: mimeTypeOf(kind), sha256: createHash('sha256').update(bytes).digest('base64') };
};
