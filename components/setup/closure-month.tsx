'use client';

import { ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { Setup } from '../../lib/catalog/setup/schema';
import { formatDay, formatMonth, weekdayName } from '../../lib/i18n/format-day';
import { inLanguage } from '../../lib/kernel/local-text';
import { closesOn } from '../../lib/scheduling/closure-ranges';
import { addDays, weekdayOf } from '../../lib/scheduling/local-date';
import { useStaff } from '../frame/staff-context';
import { Button, IconButton } from '../ui/button';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';
import { ClosureRow } from './closure-row';

type Closure = Setup['closures'][number];
type Props = {
  closures: readonly Closure[];
  today: string;
  onShow: (closure: Closure) => void;
  onAdd: (date: string) => void;
};

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** The first of the month that lies `months` after a date's. */
const firstOf = (date: string, months = 0): string => {
  const at = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
};

/** A month of holidays, leave and maintenance; a day pressed shows what closes it, and what may be added to it. */
export const ClosureMonth = ({ closures, today, onShow, onAdd }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const { may } = useStaff();
  const [chosen, setChosen] = useState(today);
  const grid = useRef<HTMLDivElement>(null);
  const first = firstOf(chosen);
  const lead = weekdayOf(first) - 1;
  const length = new Date(Date.parse(`${firstOf(chosen, 1)}T00:00:00Z`) - 1).getUTCDate();
  const on = (date: string): Closure[] => closures.filter((one) => closesOn(one, date));
  const chosenClosures = on(chosen);

  const onKeyDown = (event: KeyboardEvent): void => {
    const days = steps[event.key];
    if (days === undefined) return;
    event.preventDefault();
    const next = addDays(chosen, days);
    setChosen(next);
    requestAnimationFrame(() => {
      grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
    });
  };
  const dayWords = (date: string, names: readonly string[]): string => {
    const day = `${formatDay(language, date)} ${date.slice(0, 4)}`;
    return names.length > 0 ? t('closedOn', { day, names: names.join(', ') }) : day;
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label={formatMonth(language, chosen)}>
        <header className="flex items-center gap-1 pb-2">
          <h2 className="flex-1 text-base font-semibold" aria-live="polite">
            {formatMonth(language, chosen)}
          </h2>
          <IconButton
            label={t('previousMonth')}
            onClick={() => {
              setChosen(firstOf(chosen, -1));
            }}
          >
            <ChevronLeft aria-hidden className="size-5" />
          </IconButton>
          <IconButton
            label={t('nextMonth')}
            onClick={() => {
              setChosen(firstOf(chosen, 1));
            }}
          >
            <ChevronRight aria-hidden className="size-5" />
          </IconButton>
        </header>
        <div aria-hidden className="grid grid-cols-7 text-center text-xs text-muted">
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <span key={weekday} className="pb-1">
              {weekdayName(language, weekday, 'weekdayNarrow')}
            </span>
          ))}
        </div>
        <div
          ref={grid}
          role="group"
          aria-label={formatMonth(language, chosen)}
          onKeyDown={onKeyDown}
          className="grid grid-cols-7 gap-px overflow-hidden rounded border border-hairline bg-hairline"
        >
          {Array.from({ length: lead }, (_, place) => (
            <span key={`before-${String(place)}`} aria-hidden className="bg-surface" />
          ))}
          {Array.from({ length }, (_, place) => {
            const date = addDays(first, place);
            const names = on(date).map((one) => inLanguage(one.reason, language));
            const whole = on(date).some((one) => one.resourceId === null && one.fromMinute === undefined);
            return (
              <button
                key={date}
                type="button"
                data-day={date}
                aria-pressed={date === chosen}
                aria-label={dayWords(date, names)}
                tabIndex={date === chosen ? 0 : -1}
                onClick={() => {
                  setChosen(date);
                }}
                className={cn(
                  'flex min-h-14 flex-col items-stretch gap-0.5 bg-surface p-1 text-left text-sm hover:bg-surface-sunken focus-visible:-outline-offset-2 md:min-h-20',
                  whole && 'bg-surface-sunken',
                  date === chosen && 'bg-accent-soft',
                )}
              >
                <span
                  className={cn(
                    'grid size-6 place-items-center rounded-full text-xs',
                    date === today && 'bg-accent font-semibold text-accent-ink',
                  )}
                >
                  {place + 1}
                </span>
                {names.length > 0 ? (
                  <>
                    <span aria-hidden className="mx-auto size-2 rounded-full bg-accent md:hidden" />
                    <span aria-hidden className="hidden truncate text-xs md:block">
                      {names[0]}
                    </span>
                    {names.length > 1 ? (
                      <span aria-hidden className="hidden text-xs text-muted md:block">
                        +{names.length - 1}
                      </span>
                    ) : null}
                  </>
                ) : null}
              </button>
            );
          })}
          {Array.from({ length: (7 - ((lead + length) % 7)) % 7 }, (_, place) => (
            <span key={`after-${String(place)}`} aria-hidden className="bg-surface" />
          ))}
        </div>
      </section>
      <section aria-live="polite">
        <h2 className="text-base font-semibold first-letter:uppercase">{formatDay(language, chosen)}</h2>
        {chosenClosures.length === 0 ? (
          <p className="py-2 text-sm text-muted">{t('noClosures')}</p>
        ) : (
          <ul className="divide-y divide-hairline">
            {chosenClosures.map((one) => (
              <ClosureRow
                key={one.id}
                closure={one}
                onShow={() => {
                  onShow(one);
                }}
              />
            ))}
          </ul>
        )}
        {may('setup.change') && chosen >= today ? (
          <Button
            className="mt-2"
            aria-label={t('addOn', { day: formatDay(language, chosen) })}
            onClick={() => {
              onAdd(chosen);
            }}
          >
            <Plus aria-hidden className="size-4" />
            {t('addClosure')}
          </Button>
        ) : null}
      </section>
    </div>
  );
};
