'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { inLanguage } from '../../lib/kernel/local-text';
import type { BookingMoney, PaymentRow, RefundRow } from '../../lib/payments/desk/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { DiscountDialog, RefundDialog, TakeDialog } from './money-dialogs';
import { useMoney, useMoneyAct } from './use-money';

const Line = ({ name, paise, strong = false }: { name: string; paise: number; strong?: boolean }) => (
  <div className={`flex justify-between gap-4 ${strong ? 'font-semibold' : ''}`}>
    <dt className={strong ? '' : 'text-muted'}>{name}</dt>
    <dd className="tabular-nums">{formatMoney(paise)}</dd>
  </div>
);

/** What was paid for a booking, what is due, and what the desk can do about it. */
export const Money = ({ booking }: { booking: BookingDetail }) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { may } = useStaff();
  const { data: money } = useMoney(booking.id);
  const [asking, setAsking] = useState<'take' | 'refund' | 'discount' | null>(null);
  if (!money) return null;
  const { duePaise, keptPaise, refundingPaise, payments, pack } = money;
  const dues = duePaise > 0 && booking.status !== 'cancelled';
  const close = (): void => {
    setAsking(null);
  };
  const props = { booking, money, onClose: close };
  return (
    <section className="flex flex-col gap-3 border-t border-hairline pt-4">
      <h3 className="text-xs text-muted">{t('moneyTitle')}</h3>
      <dl className="flex flex-col gap-1 text-sm">
        {pack ? (
          <div className="flex justify-between gap-4">
            <dt className="text-muted">{t('moneyPack')}</dt>
            <dd className="min-w-0 text-right break-words">{inLanguage(pack, language)}</dd>
          </div>
        ) : null}
        {pack && keptPaise === 0 ? null : <Line name={t('moneyPaid')} paise={keptPaise} />}
        {refundingPaise > 0 ? <Line name={t('moneyBack')} paise={refundingPaise} /> : null}
        {dues ? <Line name={t('moneyDue')} paise={duePaise} strong /> : null}
        {duePaise < 0 ? <Line name={t('moneyOver')} paise={-duePaise} strong /> : null}
      </dl>
      <Asking booking={booking.id} money={money} />
      {payments.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {payments.map((payment) => (
            <PaymentLine key={payment.id} payment={payment} />
          ))}
        </ul>
      ) : null}
      {may('payment.take') ? (
        <div className="flex flex-wrap gap-2">
          {dues ? (
            <Button
              look="primary"
              onClick={() => {
                setAsking('take');
              }}
            >
              {t('moneyTake')}
            </Button>
          ) : null}
          {may('payment.settle') && payments.some(({ refundablePaise }) => refundablePaise > 0) ? (
            <Button
              onClick={() => {
                setAsking('refund');
              }}
            >
              {t('moneyRefund')}
            </Button>
          ) : null}
          {may('payment.settle') && dues ? (
            <Button
              look="quiet"
              onClick={() => {
                setAsking('discount');
              }}
            >
              {t('moneyDiscount')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {asking === 'take' ? <TakeDialog {...props} /> : null}
      {asking === 'refund' ? <RefundDialog {...props} /> : null}
      {asking === 'discount' ? <DiscountDialog {...props} /> : null}
    </section>
  );
};

const PaymentLine = ({ payment }: { payment: PaymentRow }) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { zone } = useStaff();
  const { method, instrument, amountPaise, receivedAt, takenBy, bankReference, refunds } = payment;
  const details = [instrument, takenBy, bankReference].filter((one) => one !== null).join(' · ');
  return (
    <li className="rounded bg-surface-sunken px-3 py-2">
      <div className="flex justify-between gap-3">
        <span className="font-medium">{t(`method_${method}`)}</span>
        <span className="tabular-nums">{formatMoney(amountPaise)}</span>
      </div>
      <p className="text-xs break-words text-muted">
        {formatInstant(language, receivedAt, zone)}
        {details ? ` · ${details}` : ''}
      </p>
      {refunds.map((refund) => (
        <div key={refund.id} className="flex justify-between gap-3 text-xs">
          <span className={refund.status === 'failed' ? 'text-danger' : 'text-muted'}>
            {t(refundKey(refund))}
            {refund.note ? ` · ${refund.note}` : ''}
          </span>
          <span className="tabular-nums">−{formatMoney(refund.amountPaise)}</span>
        </div>
      ))}
    </li>
  );
};

/** How far a refund is; what was taken over the counter is handed back over it. */
export const refundKey = ({ status, method }: Pick<RefundRow, 'status' | 'method'>) =>
  status === 'requested' && method !== 'gateway' ? 'refund_requested_desk' : (`refund_${status}` as const);

const Asking = ({ booking, money }: { booking: string; money: BookingMoney }) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { zone, may } = useStaff();
  const doing = useMoneyAct(booking);
  const { asking } = money;
  // One key for as long as it stands here: pressing again does nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  if (!asking || (asking.state !== 'open' && asking.state !== 'making')) return null;
  const { claimedReference, url } = asking;
  if (claimedReference !== null)
    return (
      <div className="flex flex-col gap-2 rounded bg-accent-soft p-3 text-sm">
        <p>{t('moneyClaim', { amount: formatMoney(asking.amountPaise), number: claimedReference })}</p>
        {may('payment.take') ? (
          <div className="flex flex-wrap gap-2">
            <Button
              look="primary"
              busy={doing.isPending}
              onClick={() => {
                doing.mutate({ act: 'claim-seen', key, bankReference: claimedReference });
              }}
            >
              {t('claimSeen')}
            </Button>
            <Button
              disabled={doing.isPending}
              onClick={() => {
                doing.mutate({ act: 'claim-unseen' });
              }}
            >
              {t('claimUnseen')}
            </Button>
          </div>
        ) : null}
      </div>
    );
  if (asking.state === 'making') return <p className="text-sm text-muted">{t('moneyMaking')}</p>;
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
      <p className="text-muted">{t('moneyAsking', { until: formatInstant(language, asking.payBy, zone) })}</p>
      {url ? (
        <Button
          look="quiet"
          onClick={() => {
            void navigator.clipboard.writeText(url).then(() => {
              toast(t('moneyCopied'));
            });
          }}
        >
          <Copy aria-hidden className="size-4" />
          {t('moneyCopyLink')}
        </Button>
      ) : null}
    </div>
  );
};
