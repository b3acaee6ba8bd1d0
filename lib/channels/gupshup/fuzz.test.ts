import { expect, it } from 'vitest';
import { faultsOf } from '../../testing/event-faults';
import { gupshupFixtures } from '../../testing/gupshup-fixtures';
import { mutateJson } from '../../testing/mutate-json';
import { gupshupConnection } from '../../testing/provider-connections';
import { createGupshup } from './adapter';

const { read, split } = createGupshup();
const rounds = 6_000;
const slowestMs = 1_000;
const bodies = [...gupshupFixtures.values()];
it(
  `${rounds} spoilt webhooks never throw, never hang and leave nothing unstorable`,
  { timeout: 300_000 },
  () => {
    const seen = { refused: 0, read: 0, left: 0 };
    for (let seed = 1; seed <= rounds; seed += 1) {
      const body = mutateJson(bodies[seed % bodies.length] ?? '', seed);
      const started = performance.now();
      const events = split(gupshupConnection, body);
      const faults = (events ?? []).flatMap((event) => faultsOf(event, read));
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
