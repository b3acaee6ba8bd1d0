import { createHash } from 'node:crypto';

/**
 * A calendar file, or "not modified" for whoever has these very bytes. Programs read a feed every few minutes, and it
 * seldom changes. Source: RFC 9110 §8.8.3, §13.1.2.
 */
export function calendarAnswer(request: Request, file: string, name: string): Response {
  const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`;
  const headers = {
    etag,
    'cache-control': 'private, max-age=60',
    'x-robots-tag': 'noindex',
  };
  const known = (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(file, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `inline; filename="${name}.ics"`,
    },
  });
}
