import type { FetchedMedia } from '../channels/types';

/** What a browser may be told that a customer's file is; all else is only bytes to keep. Nothing here can hold a script. */
const extensions = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['audio/ogg', 'ogg'],
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/aac', 'aac'],
  ['audio/amr', 'amr'],
  ['video/mp4', 'mp4'],
  ['video/3gpp', '3gp'],
  ['application/pdf', 'pdf'],
]);

/**
 * A customer's file for staff: shown inside our own pages, and only ever kept, not opened, when somebody goes to its
 * address. Whoever sent it is a stranger.
 */
export function fileAnswer({ bytes, mimeType, name }: FetchedMedia & { name: string }): Response {
  const extension = extensions.get(mimeType);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': extension === undefined ? 'application/octet-stream' : mimeType,
      'content-disposition': `attachment; filename="${name}.${extension ?? 'bin'}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      // A message's file never changes; a shared computer's disk is no place for it for long.
      'cache-control': 'private, max-age=600',
    },
  });
}
