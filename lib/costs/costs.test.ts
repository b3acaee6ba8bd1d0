import { describe, expect, it } from 'vitest';
import { budgetStateOf } from './budget';
import { isBillable } from './commands/note-pricing';
import { savedBy } from './rule-saving';

describe('the budget', () => {
  it('warns from 80 % on, and again at all of it', () => {
    const at = (spentMilliPaise: number): string => budgetStateOf(10_000, spentMilliPaise).state;
    expect([7_999_999, 8_000_000, 9_999_999, 10_000_000].map(at)).toEqual(['ok', 'near', 'near', 'over']);
    expect(budgetStateOf(null, 10_000_000).state).toBe('none');
  });
});

describe('what is paid for', () => {
  it('is read from the type, and from the flag where there is no type', () => {
    expect(isBillable({ type: 'regular', billable: true })).toBe(true);
    expect(isBillable({ type: 'regular' })).toBe(true);
    expect(isBillable({ type: 'free_customer_service', billable: true })).toBe(false);
    expect(isBillable({ type: 'free_entry_point' })).toBe(false);
    expect(isBillable({ billable: false })).toBe(false);
    expect(isBillable({})).toBe(true);
  });
});

describe('what a reminder rule saved', () => {
  const rule = {
    kind: 'before',
    with: { visits: 100, noShows: 5 },
    without: { visits: 20, noShows: 4 },
    before: { visits: 50, noShows: 5 },
  };
  it('is the missed visits that were not, times the price of one', () => {
    expect(savedBy(rule, 60_000)).toBe(15 * 60_000);
  });
  it('is told beside the days before the rule where all are reminded', () => {
    expect(savedBy({ ...rule, without: { visits: 2, noShows: 2 } }, 60_000)).toBe(5 * 60_000);
  });
  it('may be less than nothing, and is unknown where little is known', () => {
    expect(savedBy({ ...rule, with: { visits: 10, noShows: 5 } }, 60_000)).toBe(-3 * 60_000);
    expect(savedBy({ ...rule, with: { visits: 9, noShows: 0 } }, 60_000)).toBeNull();
    expect(savedBy({ ...rule, kind: 'thanks' }, 60_000)).toBeNull();
  });
});
