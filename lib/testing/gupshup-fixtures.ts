import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../channels/gupshup/fixtures/', import.meta.url);

/** Webhook bodies of Gupshup's versions 2 and 3, anonymised, by the name of their file. */
export const gupshupFixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), readFileSync(new URL(file, folder), 'utf8')]),
);
