'use client';

import { TriangleAlert } from 'lucide-react';
import type { SlotQuote, SlotRule } from '../../lib/booking/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { formatTime } from '../../lib/i18n/format-time';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import type { Labels } from './use-labels';

/** A rule in words. */
export function useRuleWords(labels: Labels): (rule: SlotRule) => string {
  const t = useText('calendar');
  const language = useLanguage();
  const { zone } = useStaff();
  return (rule) => {
    switch (rule.kind) {
      case 'closure':
        return t('ruleClosure', { reason: rule.reason ? labels.local(rule.reason) : '' });
      case 'notice':
        return t('ruleNotice', {
          time: rule.at ? formatTime(language, wallClock(new Date(rule.at), zone).minute) : '',
        });
      default:
        return t(`rule-${rule.kind}`);
    }
  };
}

type Props = {
  quote: SlotQuote;
  labels: Labels;
  reason: string;
  onReason: (reason: string) => void;
};

/** What a time costs, what stands against it, and, where the role may, a line for the reason to do it all the same. */
export const QuoteBox = ({ quote, labels, reason, onReason }: Props) => {
  const t = useText('calendar');
  const words = useRuleWords(labels);
  const { may } = useStaff();
  const { hard, soft, clashes } = quote;
  const priced = quote.priceLines.filter((line) => line.label !== null);
  return (
    <div className="flex flex-col gap-2">
      <p className="flex items-baseline justify-between gap-3 text-base">
        <span className="text-sm text-muted">{t('price')}</span>
        <span className="font-semibold">{formatMoney(quote.pricePaise)}</span>
      </p>
      {priced.map((line, index) => (
        <p key={index} className="flex justify-between gap-3 text-xs text-muted">
          <span>{line.label ? labels.local(line.label) : ''}</span>
          <span>{formatMoney(line.paise)}</span>
        </p>
      ))}
      {soft ? (
        <p className="rounded bg-surface-sunken px-3 py-2 text-sm text-muted" role="status">
          {words(soft)} {t('softHint')}
        </p>
      ) : null}
      {hard ? (
        <div role="alert" className="flex gap-2 rounded bg-danger-soft px-3 py-2 text-sm text-danger">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <div className="min-w-0">
            <p className="font-semibold">{words(hard)}</p>
            <ul>
              {clashes.map((clash) => (
                <li key={`${clash.startsAt}-${clash.reference ?? ''}`}>
                  {clash.name ?? t('nameless')} · {labels.fullSpan(clash)}
                </li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
      {hard && may('booking.override') ? (
        <TextField
          label={t('overrideReason')}
          hint={t('overrideHint')}
          value={reason}
          maxLength={300}
          onChange={(event) => {
            onReason(event.target.value);
          }}
        />
      ) : null}
      {hard && !may('booking.override') ? (
        <p className="text-sm text-muted">{t('overrideNotYours')}</p>
      ) : null}
    </div>
  );
};
