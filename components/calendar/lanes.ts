type Span = { from: number; to: number };

/** A place beside others: lane `lane` of `of` lanes. */
export type Lane = { lane: number; of: number };

/**
 * Places spans that may overlap side by side: each gets the first lane that is free, and all that hang together
 * share the width evenly. The order is the caller's, by start.
 */
export function lanesOf(spans: readonly Span[]): Lane[] {
  const result: Lane[] = [];
  let cluster: Lane[] = [];
  let ends: number[] = [];
  for (const { from, to } of spans) {
    if (cluster.length > 0 && ends.every((end) => end <= from)) {
      for (const one of cluster) one.of = ends.length;
      cluster = [];
      ends = [];
    }
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = to;
    const placed = { lane, of: 1 };
    cluster.push(placed);
    result.push(placed);
  }
  for (const one of cluster) one.of = ends.length;
  return result;
}
