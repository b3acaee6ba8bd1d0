import { inflateSync } from 'node:zlib';

const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Two thousand pixels square: far more than the width of a thumb can show. */
const maxPixelBytes = 16 * 1024 * 1024;

/**
 * The picture where a document can show it, null otherwise: what begins as a JPEG, or a PNG whose pixels can be unpacked. They are
 * unpacked here once more than needed, since the PDF library does so later, outside of any call, where a broken picture
 * would end the whole process.
 */
export function printableLogo(picture: Uint8Array): Buffer | null {
  const bytes = Buffer.from(picture);
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return bytes;
  if (!bytes.subarray(0, 8).equals(pngStart)) return null;
  try {
    inflateSync(Buffer.concat(pixelChunks(bytes)), { maxOutputLength: maxPixelBytes });
    return bytes;
  } catch {
    // A receipt without a logo is still a receipt.
    return null;
  }
}

function pixelChunks(png: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 8; at + 8 <= png.length;) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') found.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}
