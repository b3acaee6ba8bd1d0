/** One measured line of `npm run bench`. */
export type BenchRow = {
  what: string;
  value: number;
  unit: string;
  /** What it was measured against, in the same run. */
  comparedWith: string;
  /** Null where there is nothing to compare with. */
  ratio: number | null;
  /** What the ratio has to reach, in words. */
  reach: string;
};
