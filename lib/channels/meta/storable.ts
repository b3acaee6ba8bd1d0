import { createHash } from 'node:crypto';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Real webhooks nest nine deep; PostgreSQL and JSON.stringify fail on what nests thousands deep. */
const maxDepth = 32;

/**
 * A parsed JSON value as PostgreSQL's jsonb takes it: no NUL or lone surrogate in any text, no endless nesting, no
 * number it cannot write, keys in order. Anything real comes back equal.
 */
export function storable(value: unknown, depth = 0): Json {
  if (typeof value === 'string') return storableText(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === maxDepth) return '[nested too deeply]';
  if (Array.isArray(value)) return value.map((item) => storable(item, depth + 1));

  const copy: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    // JSON can own a key that would replace the copy's prototype when assigned.
    if (key !== '__proto__') copy[storableText(key)] = storable(item, depth + 1);
  }
  return copy;
}

/** As `storable`, for a text alone. */
export const storableText = (text: string): string => text.replace(/[\p{Surrogate}\0]/gu, '\uFFFD');

/** A key for what has no id of its own: the same content has the same digest, whatever the order of its keys was. */
export const digestOf = (value: Json): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');
