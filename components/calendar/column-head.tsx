'use client';

import { formatDayShort } from '../../lib/i18n/format-day';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';
import type { Column } from './entries';
import type { View } from './state';
import type { Change } from './use-calendar-state';
import type { Labels } from './use-labels';

type Props = { column: Column; view: View; today: string; labels: Labels; onGo: (change: Change) => void };

const shape = 'block w-full min-w-0 rounded text-left hover:underline hover:underline-offset-4';

/** Whose column it is. A court leads to its week, a day of the week to that day. */
export const ColumnHead = ({ column, view, today, labels, onGo }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const { day, resource } = column;
  const name = labels.local(resource.name);
  if (view === 'week')
    return (
      <button
        type="button"
        className={cn(shape, day.date === today && 'text-accent')}
        aria-current={day.date === today ? 'date' : undefined}
        onClick={() => {
          onGo({ view: 'day', date: day.date });
        }}
      >
        <span className="line-clamp-2 text-sm leading-snug font-semibold">
          {formatDayShort(language, day.date)}
        </span>
      </button>
    );
  return (
    <button
      type="button"
      className={shape}
      title={t('weekOf', { name })}
      onClick={() => {
        onGo({ view: 'week', resource: resource.id });
      }}
    >
      <span className="line-clamp-2 text-sm leading-snug font-semibold">{name}</span>
      {resource.detail ? (
        <span className="block truncate text-xs text-muted">{labels.local(resource.detail)}</span>
      ) : null}
      {resource.archived ? <span className="block truncate text-xs text-muted">{t('archived')}</span> : null}
    </button>
  );
};
