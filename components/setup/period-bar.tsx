'use client';

import { useState } from 'react';
import { formatDayShort } from '../../lib/i18n/format-day';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { isOf, periodOf, periodsOf, type Period, type Range } from './week-model';

type Props = {
  hours: readonly Range[];
  period: Period;
  onPeriod: (period: Period) => void;
  onChange: (hours: Range[]) => void;
  disabled: boolean;
};

const same = (a: Period, b: Period): boolean => a.validFrom === b.validFrom && a.validTo === b.validTo;

/** Which months the shown week holds for: always, or a period of its own such as the summer holidays. */
export const PeriodBar = ({ hours, period, onPeriod, onChange, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const [adding, setAdding] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const stored = periodsOf(hours);
  const shown = stored.some((one) => same(one, period)) ? stored : [...stored, period];
  const nameOf = ({ validFrom, validTo }: Period): string => {
    const [first, last] = [validFrom, validTo].map((date) => (date ? formatDayShort(language, date) : '…'));
    return validFrom || validTo ? `${first ?? ''} – ${last ?? ''}` : t('periodAlways');
  };
  return (
    <div className="mt-4 flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2" role="group" aria-label={t('period')}>
        {shown.map((one) => (
          <button
            key={`${one.validFrom ?? ''}/${one.validTo ?? ''}`}
            type="button"
            aria-pressed={same(one, period)}
            className={cn(
              'min-h-11 rounded border border-hairline px-3 text-sm md:min-h-9',
              same(one, period) && 'border-accent bg-accent-soft font-semibold text-accent',
            )}
            onClick={() => {
              onPeriod(one);
            }}
          >
            {nameOf(one)}
          </button>
        ))}
        {disabled ? null : (
          <Button
            look="quiet"
            aria-expanded={adding}
            onClick={() => {
              setAdding(!adding);
            }}
          >
            {t('periodAdd')}
          </Button>
        )}
        {!disabled && (period.validFrom || period.validTo) ? (
          <Button
            look="quiet"
            className="text-danger"
            onClick={() => {
              onChange(hours.filter((one) => !isOf(period, one)));
              onPeriod({});
            }}
          >
            {t('periodRemove')}
          </Button>
        ) : null}
      </div>
      {adding ? (
        <div className="flex flex-wrap items-end gap-3 rounded bg-surface-sunken p-3">
          <TextField
            type="date"
            label={t('validFrom')}
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
            }}
          />
          <TextField
            type="date"
            label={t('validTo')}
            value={to}
            onChange={(event) => {
              setTo(event.target.value);
            }}
          />
          <Button
            disabled={(from === '' && to === '') || (from !== '' && to !== '' && to < from)}
            onClick={() => {
              onPeriod(periodOf({ validFrom: from, validTo: to }));
              setAdding(false);
            }}
          >
            {t('periodUse')}
          </Button>
          <p className="w-full text-xs text-muted">{t('periodHint')}</p>
        </div>
      ) : null}
    </div>
  );
};
