import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import sirv from 'sirv';

const prefix = '/_next/static';
const yearSeconds = 31_536_000;

/**
 * Serves the built scripts, styles and fonts of `folder` straight from disk, as they were compressed when they were
 * built (Brotli where the browser takes it: a seventh smaller than what is compressed on the way), and leaves everything
 * else to `others`. Their names carry their content, so browsers may keep them for good.
 */
export function staticEntrance(folder: string, others: RequestListener): RequestListener {
  if (!existsSync(folder)) return others;
  const serve = sirv(folder, {
    brotli: true,
    etag: true,
    immutable: true,
    maxAge: yearSeconds,
    setHeaders: (response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
    },
  });
  return (request, response) => {
    const { url } = request;
    if (url?.startsWith(`${prefix}/`) !== true) {
      others(request, response);
      return;
    }
    request.url = url.slice(prefix.length);
    serve(request, response, () => {
      request.url = url;
      others(request, response);
    });
  };
}
