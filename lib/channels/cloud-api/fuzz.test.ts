import { expect, it } from 'vitest';
import { cloudApiConnection, cloudApiFixtures } from '../../testing/cloud-api-fixtures';
import { mutateJson } from '../../testing/mutate-json';
import type { ParsedEvent } from '../types';
import { cloudApi } from './adapter';

const { read, split } = cloudApi;
const rounds = 12_000;
const slowestMs = 1_000;
const bodies = [...cloudApiFixtures.values()];
const kinds = new Set(['message', 'status', 'account', 'unknown']);

/** NUL or half a character in any text or key: PostgreSQL takes neither. */
function hasUnstorable(value: unknown): boolean {
  let found = false;
  JSON.stringify(value, (key, part: unknown) => {
    found ||= [key, part].some((text) => typeof text === 'string' && /[\p{Surrogate}\0]/u.test(text));
    return part;
  });
  return found;
}

/** What the inbox and the queue ask of an event, whatever it was made from. */
function faultsOf({ eventKey, kind, senderKey, payload }: ParsedEvent): string[] {
  const stored = JSON.stringify(payload);
  const faults = [
    !kinds.has(kind) && 'kind',
    !(eventKey.length > 2 && eventKey.length < 600) && 'length of the key',
    !(senderKey.length > 0 && senderKey.length <= 64) && 'length of the sender',
    hasUnstorable({ eventKey, senderKey }) && 'characters of the keys',
    hasUnstorable(payload) && 'characters of the payload',
    // What comes back from the database has to mean the same.
    JSON.stringify(read(JSON.parse(stored))) !== JSON.stringify(read(payload)) && 'reading it back',
    hasUnstorable(read(payload)) && 'characters of the update',
  ];
  return faults.filter((fault) => fault !== false);
}

it(
  `${rounds} spoilt webhooks never throw, never hang and leave nothing unstorable`,
  { timeout: 300_000 },
  () => {
    const seen = { refused: 0, read: 0, left: 0 };
    for (let seed = 1; seed <= rounds; seed += 1) {
      const body = mutateJson(bodies[seed % bodies.length] ?? '', seed);
      const started = performance.now();
      const events = split(cloudApiConnection, body);
      const faults = (events ?? []).flatMap(faultsOf);
      const took = performance.now() - started;
      if (faults.length > 0 || took > slowestMs)
        expect.fail(`seed ${seed}: ${faults.join(', ')} (${took} ms)`);

      if (events === null) seen.refused += 1;
      for (const event of events ?? []) seen[read(event.payload) ? 'read' : 'left'] += 1;
    }
    // The mutations are neither so gentle that all is read nor so rough that nothing is.
    expect(seen.refused).toBeGreaterThan(rounds / 50);
    expect(seen.read).toBeGreaterThan(rounds / 5);
    expect(seen.left).toBeGreaterThan(rounds / 10);
    expect(Object.prototype).not.toHaveProperty('polluted');
  },
);
