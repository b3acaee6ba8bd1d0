'use client';

import { formatMoney } from '../../lib/i18n/format-money';
import type { PaymentDetail } from '../../lib/payments/desk/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';

type Line = { at: string; words: string; amountPaise?: number; body?: string | null; danger?: boolean };

/** Everything that led to a payment and came of it, in the order in which it happened. */
export const PaymentTimeline = ({ detail }: { detail: PaymentDetail }) => {
  const lines = useLines(detail);
  const language = useLanguage();
  const { zone } = useStaff();
  return (
    <ol className="flex flex-col gap-1">
      {lines.map((line, place) => (
        <li key={place}>
          <p className="flex justify-between gap-3">
            <span className={`min-w-0 break-words ${line.danger ? 'text-danger' : ''}`}>
              {line.words}{' '}
              <span className="text-xs whitespace-nowrap text-muted">
                {formatInstant(language, line.at, zone)}
              </span>
            </span>
            {line.amountPaise === undefined ? null : (
              <span className="tabular-nums">{formatMoney(line.amountPaise)}</span>
            )}
          </p>
          {line.body ? <EventBody text={line.body} /> : null}
        </li>
      ))}
    </ol>
  );
};

function useLines({ payment, attempt, events, ledger, disputedAt }: PaymentDetail): Line[] {
  const t = useText('payments');
  const language = useLanguage();
  const { zone } = useStaff();
  const dispute = payment.dispute as 'open' | 'won' | 'lost' | 'closed' | null;
  const lines: Line[] = [
    ...(attempt
      ? [
          {
            at: attempt.createdAt,
            words: t('line_linkMade', { until: formatInstant(language, attempt.payBy, zone) }),
            amountPaise: attempt.amountPaise,
          },
          ...(attempt.closedAt ? [{ at: attempt.closedAt, words: t('line_linkClosed') }] : []),
        ]
      : []),
    ...(payment.currency === 'INR'
      ? [{ at: payment.receivedAt, words: t('line_received'), amountPaise: payment.amountPaise }]
      : [{ at: payment.receivedAt, words: t('line_received') }]),
    ...events.map(({ receivedAt, name, body }) => ({
      at: receivedAt,
      words: t('line_event', { name }),
      body,
    })),
    ...ledger.map(({ at, kind, state, amountPaise }) => ({
      at,
      words:
        kind === 'refund'
          ? `${t('kind_refund')} · ${t(`refund_${state as 'requested'}`)}`
          : t(`kind_${kind as 'charge'}`),
      amountPaise,
      danger: kind === 'refund' && state === 'failed',
    })),
    ...(dispute && disputedAt
      ? [
          {
            at: disputedAt,
            words: t(`line_dispute_${dispute}`),
            danger: dispute === 'open' || dispute === 'lost',
          },
        ]
      : []),
  ];
  return lines.sort((a, b) => a.at.localeCompare(b.at));
}

/** The gateway's own words, for who may read them. */
export const EventBody = ({ text }: { text: string }) => {
  const t = useText('payments');
  return (
    <details className="rounded bg-surface-sunken px-3">
      <summary className="flex min-h-11 cursor-pointer items-center text-xs text-accent md:min-h-9">
        {t('eventBody')}
      </summary>
      <pre className="overflow-x-auto pb-2 text-xs whitespace-pre-wrap break-all">{pretty(text)}</pre>
    </details>
  );
};

/** JSON in lines, a form as its fields; anything else as it is. */
function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    const fields = [...new URLSearchParams(body)];
    return fields.length > 1 ? fields.map(([name, value]) => `${name}: ${value}`).join('\n') : body;
  }
}
