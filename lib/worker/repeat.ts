import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';

export type Repetition = {
  /** Waits for the round in hand, then ends. */
  stop(): Promise<void>;
};

/** Does `work` over and over, `pauseMs` apart. A round that fails is logged, and the next one tries again. */
export function repeat(name: string, pauseMs: number, log: Logger, work: () => Promise<unknown>): Repetition {
  const stopping = new AbortController();
  const rounds = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.error({ err: error, work: name }, 'a round failed');
      }
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const ended = rounds();
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}
