'use client';

import { formatDay, formatDayShort, formatMonth } from '../../lib/i18n/format-day';
import { useLanguage } from '../words';
import { spanOf, type View } from './state';

/** The days that are shown, in words. */
export function useTitle(view: View, date: string): string {
  const language = useLanguage();
  if (view === 'month') return formatMonth(language, date);
  if (view !== 'week') return formatDay(language, date);
  const { from, to } = spanOf(view, date);
  return `${formatDayShort(language, from)} – ${formatDayShort(language, to)}`;
}
