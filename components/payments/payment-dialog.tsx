'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { PaymentDetail } from '../../lib/payments/desk/schema';
import { api } from '../api';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useLanguage, useText } from '../words';
import { amountOf } from './attention-list';
import { PaymentTimeline } from './payment-timeline';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-1 border-t border-hairline pt-3">
    <h3 className="text-xs text-muted">{title}</h3>
    {children}
  </section>
);

/** One payment with everything that led to it; the gateway's own words for the owner. */
export const PaymentDialog = ({ payment: id, onClose }: { payment: string; onClose: () => void }) => {
  const t = useText('payments');
  const language = useLanguage();
  const { business, zone } = useStaff();
  const { data } = useQuery({
    queryKey: queryKeys.money('one', id),
    queryFn: ({ signal }) => api<PaymentDetail>(business, 'get', `payments/${id}`, { signal }),
  });
  const stamp = (at: string): string => formatInstant(language, at, zone);
  const payment = data?.payment;
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={payment ? `${t('detail')} ${amountOf(payment)}` : t('detail')}
      {...(payment && { lead: `${t(`state_${payment.disposition}`)} · ${stamp(payment.receivedAt)}` })}
      actions={<Button onClick={onClose}>{t('done')}</Button>}
    >
      {data && payment ? (
        <div className="flex flex-col gap-3 text-sm">
          {payment.booking ? (
            <Link
              href={`/${business}/bookings/${payment.booking.reference}`}
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-4 md:min-h-9"
            >
              {t('openBooking')} {payment.booking.reference}
            </Link>
          ) : null}
          {payment.gatewayPaymentId ? (
            <p className="break-all">
              <span className="text-muted">{t('gatewayNumber')}</span> {payment.gatewayPaymentId}
            </p>
          ) : null}
          {payment.bankReference ? (
            <p className="break-all">
              <span className="text-muted">{t('bankNumber')}</span> {payment.bankReference}
            </p>
          ) : null}
          {data.attempt?.failure ? <p className="break-words text-danger">{data.attempt.failure}</p> : null}
          <Part title={t('timeline')}>
            <PaymentTimeline detail={data} />
            {payment.method === 'gateway' && data.events.length === 0 ? (
              <p className="text-muted">{t('noEvents')}</p>
            ) : null}
          </Part>
        </div>
      ) : null}
    </Dialog>
  );
};
