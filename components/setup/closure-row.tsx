'use client';

import { useState } from 'react';
import { formatDay } from '../../lib/i18n/format-day';
import { formatTimeSpan } from '../../lib/i18n/format-time';
import type { Setup } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { LiftDialog } from './lift-dialog';
import { useSetup } from './use-setup';

type Props = { closure: Setup['closures'][number]; onShow: () => void };

/** One closure in words: what, when, for whom. */
export const ClosureRow = ({ closure, onShow }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const { may } = useStaff();
  const { resources } = useSetup();
  const [lifting, setLifting] = useState(false);
  const { startsOn, endsOn, fromMinute, toMinute, yearly, reason, resourceId } = closure;
  const resource = resources.find((one) => one.id === resourceId);
  const year = yearly ? '' : ` ${startsOn.slice(0, 4)}`;
  const days =
    startsOn === endsOn
      ? formatDay(language, startsOn) + year
      : `${formatDay(language, startsOn)} – ${formatDay(language, endsOn)}${year}`;
  const name = inLanguage(reason, language);
  const words = [
    days,
    ...(fromMinute !== undefined && toMinute !== undefined
      ? [formatTimeSpan(language, fromMinute, toMinute)]
      : []),
    ...(yearly ? [t('everyYear')] : []),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-3">
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{name}</span>
        <span className="block text-sm text-muted first-letter:uppercase">{words.join(' · ')}</span>
        <span className="block text-sm text-muted">
          {resource ? inLanguage(resource.name, language) : t('wholeBusiness')}
        </span>
      </span>
      {may('setup.change') ? (
        <span className="flex flex-wrap gap-2">
          <Button onClick={onShow}>{t('stillBooked')}</Button>
          <Button
            look="quiet"
            aria-label={t('liftOf', { name })}
            onClick={() => {
              setLifting(true);
            }}
          >
            {t('lift')}
          </Button>
        </span>
      ) : null}
      {lifting ? (
        <LiftDialog
          id={closure.id}
          name={`${name} · ${days}`}
          onClose={() => {
            setLifting(false);
          }}
        />
      ) : null}
    </li>
  );
};
