import { StopMessage } from '../setup/stop-message.mjs';

const patienceMs = 90_000;

/** Waits until the readiness page answers 200: web, database, migrations and a living worker. */
export async function untilReady(url: string, givenUp: Promise<string>, aborted: AbortSignal): Promise<void> {
  const failure: { reason?: string } = {};
  void givenUp.then((why) => (failure.reason = why));
  let last = 'no answer';
  for (const began = performance.now(); performance.now() - began < patienceMs;) {
    aborted.throwIfAborted();
    if (failure.reason) throw new StopMessage(failure.reason);
    try {
      const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(15_000) });
      if (answer.ok) return;
      last = await answer.text();
    } catch (error) {
      last = error instanceof Error ? error.message : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new StopMessage(
    `Neram was not ready after ${String(patienceMs / 1000)} seconds: ${last.slice(0, 500)}`,
  );
}
