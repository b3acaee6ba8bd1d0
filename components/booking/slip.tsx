'use client';

import type { BookingDetail } from '../../lib/booking/desk/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import { StatusMark } from './status-mark';
import { useBookingWords } from './use-booking-words';

/** What is handed over at the desk: narrow enough for a receipt printer, readable from any other. */
export const Slip = ({ booking, token }: { booking: BookingDetail; token: number | null }) => {
  const t = useText('bookings');
  const { businessName } = useStaff();
  const { local, who, day, span } = useBookingWords();
  return (
    <div className="mx-auto flex max-w-80 flex-col gap-4 px-4 py-6 print:py-0">
      <h1 className="text-center text-base font-semibold">{businessName}</h1>
      {token === null ? null : (
        <p className="text-center">
          <span className="block text-xs text-muted">{t('token')}</span>
          <span className="block text-xl font-semibold">{token}</span>
        </p>
      )}
      <dl className="flex flex-col gap-2 border-y border-dashed border-hairline py-3 text-sm">
        <Line label={t('reference')} value={booking.reference} />
        <Line label={t('who')} value={who(booking)} />
        <Line label={t('service')} value={`${local(booking.serviceName)} · ${local(booking.resourceName)}`} />
        <Line label={t('when')} value={`${day(booking.startsAt)}, ${span(booking)}`} />
        <Line label={t('price')} value={formatMoney(booking.pricePaise)} />
      </dl>
      <StatusMark status={booking.status} className="self-center" />
      <Button
        look="primary"
        className="print:hidden"
        onClick={() => {
          window.print();
        }}
      >
        {t('print')}
      </Button>
    </div>
  );
};

const Line = ({ label, value }: { label: string; value: string }) => (
  <div className="flex justify-between gap-4">
    <dt className="shrink-0 text-muted">{label}</dt>
    <dd className="min-w-0 text-right break-words">{value}</dd>
  </div>
);
