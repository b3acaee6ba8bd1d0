'use client';

import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { useState, type ReactNode } from 'react';
import { formatMoney } from '../../lib/i18n/format-money';
import type { Attention, DifferenceRow, PaymentRow } from '../../lib/payments/desk/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { SettleDialog, type Settling } from './settle-dialog';
import { UnusedEvents } from './unused-events';
import { useSettle } from './use-settle';

const Card = ({ title, hint, children }: { title: ReactNode; hint: ReactNode; children?: ReactNode }) => (
  <li className="flex flex-col gap-2 border-b border-hairline px-4 py-3 md:px-6">
    <p className="text-sm font-medium break-words">{title}</p>
    <p className="text-sm break-words text-muted">{hint}</p>
    {children ? <div className="flex flex-wrap gap-2">{children}</div> : null}
  </li>
);

const whyKey = ({ disposition, why, dispute }: PaymentRow) => {
  if (dispute === 'open') return 'why_dispute';
  if (disposition === 'late') return 'why_late';
  if (disposition === 'unmatched') return 'why_unmatched';
  return why === 'less' || why === 'more' || why === 'currency' ? (`why_${why}` as const) : 'why_other';
};

/** Rupees as usual; other money by its name. */
export const amountOf = ({ amountPaise, currency }: Pick<PaymentRow, 'amountPaise' | 'currency'>): string =>
  currency === 'INR' ? formatMoney(amountPaise) : `${(amountPaise / 100).toFixed(2)} ${currency}`;

/** Money that needs somebody, the oldest first, and what is wrong with the way to the gateway. */
export const AttentionList = ({ attention }: { attention: Attention }) => {
  const t = useText('payments');
  const language = useLanguage();
  const { zone, may } = useStaff();
  const [settling, setSettling] = useState<Settling | null>(null);
  const doing = useSettle();
  const { payments, refunds, overpaid, claims, differences, events, alerts } = attention;
  const stamp = (at: string): string => formatInstant(language, at, zone);
  const settle = may('payment.settle');
  const calm = [payments, refunds, overpaid, claims, differences, events].every((list) => list.length === 0);
  return (
    <>
      {alerts.silent ? <Alert>{t('silent')}</Alert> : null}
      {alerts.badSignatureAt ? (
        <Alert>
          {t('badSignature', { count: alerts.badSignatures, at: stamp(alerts.badSignatureAt) })}
          {may('payments.connect') ? (
            <Button
              look="quiet"
              className="-my-2 ml-1"
              disabled={doing.isPending}
              onClick={() => {
                doing.mutate({ method: 'delete', path: 'payment-account/bad-signatures' });
              }}
            >
              {t('clear')}
            </Button>
          ) : null}
        </Alert>
      ) : null}
      {calm ? <Empty title={t('calm')} hint={t('calmHint')} /> : null}
      <ul>
        {claims.map((claim) => (
          <Card
            key={claim.bookingId}
            title={t('claim', {
              name: claim.name ?? claim.reference,
              amount: formatMoney(claim.amountPaise),
              number: claim.claimedReference,
            })}
            hint={stamp(claim.claimedAt)}
          >
            <BookingLink reference={claim.reference} />
          </Card>
        ))}
        {payments.map((payment) => (
          <Card
            key={payment.id}
            title={
              <>
                {amountOf(payment)}
                {payment.booking ? ` · ${payment.booking.name ?? payment.booking.reference}` : ''}
              </>
            }
            hint={
              <>
                {t(whyKey(payment))} {stamp(payment.receivedAt)}
              </>
            }
          >
            {payment.booking ? <BookingLink reference={payment.booking.reference} /> : null}
            {settle && payment.disposition !== 'applied' ? (
              <>
                <Button
                  onClick={() => {
                    setSettling({ payment, act: 'apply' });
                  }}
                >
                  {t(payment.booking ? 'apply' : 'applyTo')}
                </Button>
                <Button
                  onClick={() => {
                    setSettling({ payment, act: 'refund' });
                  }}
                >
                  {t('sendBack')}
                </Button>
                <Button
                  look="quiet"
                  onClick={() => {
                    setSettling({ payment, act: 'settle' });
                  }}
                >
                  {t('settle')}
                </Button>
              </>
            ) : null}
          </Card>
        ))}
        {refunds.map((refund) => (
          <Card
            key={refund.id}
            title={t(
              refund.status === 'failed'
                ? 'refundFailed'
                : refund.method === 'gateway'
                  ? 'refundWaits'
                  : 'refundHandOver',
              { amount: amountOf({ amountPaise: refund.amountPaise, currency: refund.payment.currency }) },
            )}
            hint={
              <>
                {refund.failure ? `${refund.failure} ` : ''}
                {refund.payment.booking?.name ?? ''} {stamp(refund.createdAt)}
              </>
            }
          >
            {refund.payment.booking ? <BookingLink reference={refund.payment.booking.reference} /> : null}
            {settle && refund.status === 'failed' ? (
              <Button
                disabled={doing.isPending}
                onClick={() => {
                  doing.mutate({ path: `refunds/${refund.id}`, body: { act: 'retry' } });
                }}
              >
                {t('retry')}
              </Button>
            ) : null}
            {settle && (refund.status === 'failed' || refund.method !== 'gateway') ? (
              <Button
                disabled={doing.isPending}
                onClick={() => {
                  doing.mutate({ path: `refunds/${refund.id}`, body: { act: 'handed-over', note: '' } });
                }}
              >
                {t('handedOver')}
              </Button>
            ) : null}
          </Card>
        ))}
        {overpaid.map(({ bookingId, reference, name, keptPaise, askedPaise, surplusPaise }) => (
          <Card
            key={bookingId}
            title={t('overpaid', { name: name ?? reference, amount: formatMoney(surplusPaise) })}
            hint={t('overpaidHint', { kept: formatMoney(keptPaise), asked: formatMoney(askedPaise) })}
          >
            <BookingLink reference={reference} />
            {settle ? (
              <Button
                disabled={doing.isPending}
                onClick={() => {
                  const body = { act: 'return-surplus', amountPaise: surplusPaise };
                  doing.mutate({ path: `bookings/${bookingId}/money`, body });
                }}
              >
                {t('returnSurplus', { amount: formatMoney(surplusPaise) })}
              </Button>
            ) : null}
          </Card>
        ))}
        {differences.map((one) => (
          <Card
            key={one.id}
            title={t(`diff_${one.kind.replace('-', '_') as 'missing_here'}`, {
              ours: amountOf({ amountPaise: one.ourPaise ?? 0, currency: one.currency }),
              theirs: amountOf({ amountPaise: one.theirPaise ?? 0, currency: one.currency }),
            })}
            hint={
              <>
                <span className="break-all">{one.gatewayPaymentId}</span> · {stamp(one.paidAt ?? one.foundAt)}
              </>
            }
          >
            {settle
              ? waysOf(one).map((how) => (
                  <Button
                    key={how}
                    look={how === 'taken-in' ? 'secondary' : 'quiet'}
                    disabled={doing.isPending}
                    onClick={() => {
                      doing.mutate({ path: `differences/${one.id}`, body: { how } });
                    }}
                  >
                    {t(how === 'taken-in' ? 'takeIn' : how === 'not-ours' ? 'notOurs' : 'accept')}
                  </Button>
                ))
              : null}
          </Card>
        ))}
        <UnusedEvents events={events} />
      </ul>
      {settling ? (
        <SettleDialog
          settling={settling}
          onClose={() => {
            setSettling(null);
          }}
        />
      ) : null}
    </>
  );
};

/** How a difference can be mended here. */
const waysOf = ({ kind, ourPaise, theirPaise }: DifferenceRow) => {
  if (kind === 'missing-here') return ['taken-in', 'not-ours'] as const;
  if (kind === 'refund' && (theirPaise ?? 0) > (ourPaise ?? 0)) return ['taken-in', 'accepted'] as const;
  return ['accepted'] as const;
};

const Alert = ({ children }: { children: ReactNode }) => (
  <p
    role="alert"
    className="mx-4 mb-3 flex gap-3 rounded bg-danger-soft px-3 py-2 text-sm text-danger md:mx-6"
  >
    <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
    <span>{children}</span>
  </p>
);

const BookingLink = ({ reference }: { reference: string }) => {
  const t = useText('payments');
  const { business } = useStaff();
  return (
    <Link
      className="inline-flex min-h-11 items-center px-1 text-sm text-accent underline underline-offset-4 md:min-h-9"
      href={`/${business}/bookings/${reference}`}
    >
      {t('openBooking')} {reference}
    </Link>
  );
};
