/** The value below which `share` (0 … 1) of the numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);

/** Runs `work` over and over on `lanes` lanes at once for `forMs`; returns how long each took, in milliseconds. */
export async function during(
  forMs: number,
  lanes: number,
  work: (lane: number) => Promise<void>,
): Promise<number[]> {
  const until = performance.now() + forMs;
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        const began = performance.now();
        await work(lane);
        took.push(performance.now() - began);
      }
    }),
  );
  return took;
}
