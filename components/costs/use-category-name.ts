'use client';

import { useText } from '../words';

export const categories = ['service', 'utility', 'marketing', 'authentication', 'other'] as const;
export type Category = (typeof categories)[number];

/** A provider's category as one of those that are told apart here. */
export const categoryOf = (word: string): Category => categories.find((known) => known === word) ?? 'other';

/** What people call a category. */
export function useCategoryName(): (word: string) => string {
  const t = useText('costs');
  return (word) => t(`category_${categoryOf(word)}`);
}
