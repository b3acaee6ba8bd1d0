'use client';

import type { CostReport } from '../../lib/costs/schema';
import { categories, categoryOf, useCategoryName, type Category } from './use-category-name';

/** The colour of each category; the legend and the table say it in words. */
export const categoryColours: Readonly<Record<Category, string>> = {
  service: 'var(--accent)',
  utility: 'var(--state-payment)',
  marketing: 'var(--state-held)',
  authentication: 'var(--state-checked-in)',
  other: 'var(--state-completed)',
};

/** Those that there are, in one order. */
export const categoriesIn = (days: CostReport['days']): Category[] => {
  const there = new Set(days.map((day) => categoryOf(day.category)));
  return categories.filter((one) => there.has(one));
};

/** Which colour is what. */
export const CategoryLegend = ({ days }: { days: CostReport['days'] }) => {
  const nameOf = useCategoryName();
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-muted">
      {categoriesIn(days).map((one) => (
        <span key={one} className="flex items-center gap-1.5">
          <span className="size-2.5 rounded-sm" style={{ background: categoryColours[one] }} />
          {nameOf(one)}
        </span>
      ))}
    </p>
  );
};
