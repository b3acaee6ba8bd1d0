'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { z } from 'zod';
import type { suggestionsSchema } from '../../lib/catalog/closures/schema';
import { formatDay } from '../../lib/i18n/format-day';
import { inLanguage } from '../../lib/kernel/local-text';
import { toEpochMinute } from '../../lib/kernel/time-range';
import type { Closure } from '../../lib/scheduling/types';
import { localDateOf } from '../../lib/scheduling/zone';
import { api } from '../api';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Empty, Skeleton } from '../ui/empty';
import { Segmented } from '../ui/segmented';
import { useLanguage, useText } from '../words';
import { ClosureDialog } from './closure-dialog';
import { ClosureMonth } from './closure-month';
import { ClosureRow } from './closure-row';
import { useSave } from './use-save';
import { useSetup } from './use-setup';

type Suggestions = z.infer<typeof suggestionsSchema>;

const Suggested = ({ onChoose }: { onChoose: (closure: Closure) => void }) => {
  const t = useText('setup');
  const language = useLanguage();
  const { business } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.setup(business, 'suggestions'),
    queryFn: ({ signal }) => api<Suggestions>(business, 'get', 'setup/closures/suggestions', { signal }),
  });
  if (data?.holidays.length === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="text-base font-semibold">{t('suggested')}</h2>
      <p className="text-sm text-muted">{t('suggestedHint')}</p>
      <ul className="mt-1 divide-y divide-hairline">
        {data
          ? data.holidays.slice(0, 12).map(({ date, reason }) => (
              <li key={date} className="flex items-center gap-3 py-2">
                <span className="min-w-0 flex-1 text-sm">
                  <span className="block font-semibold">{inLanguage(reason, language)}</span>
                  <span className="block text-muted">
                    {formatDay(language, date)} {date.slice(0, 4)}
                  </span>
                </span>
                <Button
                  aria-label={`${t('closeThen')}: ${inLanguage(reason, language)}`}
                  onClick={() => {
                    onChoose({ resourceId: null, startsOn: date, endsOn: date, yearly: false, reason });
                  }}
                >
                  {t('closeThen')}
                </Button>
              </li>
            ))
          : [1, 2, 3].map((one) => (
              <li key={one} className="py-3">
                <Skeleton className="h-8 w-full" />
              </li>
            ))}
      </ul>
    </section>
  );
};

/** Holidays, leave and maintenance: what is closed, what could be, and who is still booked then. */
export const ClosuresPart = () => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may, zone, business } = useStaff();
  const { closures } = useSetup();
  const [shown, setShown] = useState<{
    closure: Closure | null;
    stored: boolean;
    date: string | null;
  } | null>(null);
  const [view, setView] = useState<'list' | 'month'>('list');
  const oneTap = useSave(() => {
    toast(frame('saved'));
  });
  const today = localDateOf(toEpochMinute(new Date()), zone);
  const current = closures.filter((one) => one.yearly || one.endsOn >= today);
  const open = (closure: Closure | null, stored: boolean, date: string | null = null): void => {
    setShown({ closure, stored, date });
  };

  /** One tap closes; only where somebody is booked then, it asks first. */
  const choose = async (closure: Closure): Promise<void> => {
    const found = await api<{ bookings: unknown[] }>(business, 'post', 'setup/closures/affected', {
      body: closure,
    }).catch(() => null);
    if (found?.bookings.length === 0)
      oneTap.mutate({ method: 'post', path: 'setup/closures', body: closure });
    else open(closure, false);
  };
  return (
    <>
      <PageHead title={t('page_closures')} lead={t('closuresLead')}>
        {may('setup.change') ? (
          <Button
            look="primary"
            onClick={() => {
              open(null, false);
            }}
          >
            {t('addClosure')}
          </Button>
        ) : null}
      </PageHead>
      <div className={cn('px-4 pb-10 md:px-6', view === 'list' ? 'max-w-3xl' : 'max-w-5xl')}>
        <Segmented
          label={t('viewAs')}
          value={view}
          options={[
            { value: 'list', label: t('viewList') },
            { value: 'month', label: t('viewMonth') },
          ]}
          onChange={setView}
          className="mb-3"
        />
        {view === 'list' && current.length === 0 ? (
          <Empty title={t('noClosures')} hint={t('noClosuresHint')} />
        ) : null}
        {view === 'month' ? (
          <ClosureMonth
            closures={closures}
            today={today}
            onShow={(closure) => {
              open(closure, true);
            }}
            onAdd={(date) => {
              open(null, false, date);
            }}
          />
        ) : (
          <ul className="divide-y divide-hairline">
            {current.map((one) => (
              <ClosureRow
                key={one.id}
                closure={one}
                onShow={() => {
                  open(one, true);
                }}
              />
            ))}
          </ul>
        )}
        {may('setup.change') ? <Suggested onChoose={(closure) => void choose(closure)} /> : null}
      </div>
      {shown ? (
        <ClosureDialog
          {...shown}
          onClose={() => {
            setShown(null);
          }}
        />
      ) : null}
    </>
  );
};
