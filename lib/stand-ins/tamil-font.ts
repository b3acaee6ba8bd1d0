import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';

/** Its name beside the checkout page; not every machine has Tamil letters of its own. */
export const tamilFontFile = 'noto-sans-tamil.woff2';

export async function answerTamilFont(response: ServerResponse): Promise<void> {
  const file = '@fontsource-variable/noto-sans-tamil/files/noto-sans-tamil-tamil-wght-normal.woff2';
  const bytes = await readFile(createRequire(import.meta.url).resolve(file));
  response.writeHead(200, { 'Content-Type': 'font/woff2', 'Content-Length': bytes.length }).end(bytes);
}
