import type { EpochMinute } from '../kernel/time-range';
import type { Busy } from './types';

/** What is taken on one unit: sorted, disjoint; the n-th start belongs to the n-th end. */
export type UnitBusy = { starts: EpochMinute[]; ends: EpochMinute[] };

/** Sorts busy time by resource and unit, once for a whole calculation. Unit n is at index n - 1. */
export function busyUnits(busy: readonly Busy[]): (resourceId: string, capacity: number) => UnitBusy[] {
  const rows = new Map<string, Busy[][]>();
  for (const row of busy) {
    if (row.end <= row.start || row.unit < 1) continue;
    let units = rows.get(row.resourceId);
    if (!units) rows.set(row.resourceId, (units = []));
    (units[row.unit - 1] ??= []).push(row);
  }
  return (resourceId, capacity) => {
    const units = rows.get(resourceId) ?? [];
    return Array.from({ length: Math.max(0, Math.floor(capacity)) }, (_, index) =>
      joined(units[index] ?? []),
    );
  };
}

function joined(rows: Busy[]): UnitBusy {
  const result: UnitBusy = { starts: [], ends: [] };
  // Rows mostly arrive in order from the database; looking costs less than sorting again.
  if (!isSorted(rows)) rows.sort((a, b) => a.start - b.start);
  let count = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (row.start > end) {
      result.starts.push(row.start);
      result.ends.push(row.end);
      count += 1;
    } else if (row.end > end) {
      result.ends[count - 1] = row.end;
    }
    end = Math.max(end, row.end);
  }
  return result;
}

function isSorted(rows: readonly Busy[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    if (row.start < last) return false;
    last = row.start;
  }
  return true;
}

/**
 * Asks for the lowest unit that is free over a half-open range, or null. Ranges must be asked for in ascending
 * order: each unit is read through once, however many are asked.
 */
export function unitFinder(
  units: readonly UnitBusy[],
): (start: EpochMinute, end: EpochMinute) => number | null {
  const positions = units.map(() => 0);
  return (start, end) => {
    for (let index = 0; index < units.length; index += 1) {
      const unit = units[index];
      if (!unit) continue;
      let at = positions[index] ?? 0;
      for (let past = unit.ends[at]; past !== undefined && past <= start; past = unit.ends[at]) at += 1;
      positions[index] = at;
      const nextStart = unit.starts[at];
      if (nextStart === undefined || nextStart >= end) return index + 1;
    }
    return null;
  };
}
