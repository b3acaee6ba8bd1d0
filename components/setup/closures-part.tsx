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
import { Empty, Skeleton } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { ClosureDialog } from './closure-dialog';
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
  const [shown, setShown] = useState<{ closure: Closure | null; stored: boolean } | null>(null);
  const oneTap = useSave(() => {
    toast(frame('saved'));
  });
  const today = localDateOf(toEpochMinute(new Date()), zone);
  const current = closures.filter((one) => one.yearly || one.endsOn >= today);
  const open = (closure: Closure | null, stored: boolean): void => {
    setShown({ closure, stored });
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
      <div className="max-w-3xl px-4 pb-10 md:px-6">
        {current.length === 0 ? <Empty title={t('noClosures')} hint={t('noClosuresHint')} /> : null}
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
