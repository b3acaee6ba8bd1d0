import { expect, it } from 'vitest';
import type { ChannelAdapter, ParsedEvent } from '../channels/types';
import { faultsOf } from './event-faults';

const slowestMs = 1_000;

type Reader = Pick<ChannelAdapter, 'read'> & { split(body: Uint8Array): ParsedEvent[] | null };

/** Of so many rounds more than one has to be refused outright, and more than one left as what nobody handles. */
type Mix = { refused: number; left: number };

/**
 * Gives a provider's reader spoilt webhooks, one a seed: none may throw, hang or leave anything that cannot be stored. Fails
 * too where the spoiling is so gentle that all is read or so rough that nothing is.
 */
export function itSurvivesSpoiltWebhooks(
  rounds: number,
  { split, read }: Reader,
  spoilt: (seed: number) => Uint8Array,
  mix: Mix = { refused: 100, left: 20 },
): void {
  it(
    `${rounds} spoilt webhooks never throw, never hang and leave nothing unstorable`,
    { timeout: 300_000 },
    () => {
      const seen = { refused: 0, read: 0, left: 0 };
      for (let seed = 1; seed <= rounds; seed += 1) {
        const body = spoilt(seed);
        const started = performance.now();
        const events = split(body);
        const faults = (events ?? []).flatMap((event) => faultsOf(event, read));
        const took = performance.now() - started;
        if (faults.length > 0 || took > slowestMs)
          expect.fail(`seed ${seed}: ${faults.join(', ')} (${took} ms)`);

        if (events === null) seen.refused += 1;
        for (const event of events ?? []) seen[read(event.payload) ? 'read' : 'left'] += 1;
      }
      expect(seen.refused).toBeGreaterThan(rounds / mix.refused);
      expect(seen.read).toBeGreaterThan(rounds / 5);
      expect(seen.left).toBeGreaterThan(rounds / mix.left);
      expect(Object.prototype).not.toHaveProperty('polluted');
    },
  );
}
