type Attendance = { visits: number; noShows: number };

/** Fewer visits than this say nothing. */
const enough = 10;

/**
 * What a reminder rule saved, in paise: as many missed visits fewer as the share of missed ones is lower with its reminder,
 * times what a visit costs. Beside visits of the same days without it where there are enough of them, otherwise beside those
 * before there was the rule. Negative where more were missed with it. Null where there is too little to compare, and for
 * what is sent after the visit.
 */
export function savedBy(
  rule: { kind: string; with: Attendance; without: Attendance; before: Attendance },
  visitPaise: number,
): number | null {
  const other = rule.without.visits >= enough ? rule.without : rule.before;
  if (rule.kind !== 'before' || rule.with.visits < enough || other.visits < enough) return null;
  const share = ({ visits, noShows }: Attendance): number => noShows / visits;
  return Math.round((share(other) - share(rule.with)) * rule.with.visits * visitPaise);
}
