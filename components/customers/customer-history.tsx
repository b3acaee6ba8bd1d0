import Link from 'next/link';
import type { CustomerView } from '../../lib/customers/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { stampFull } from '../../lib/i18n/format-stamp';
import { inLanguage } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';

const states = {
  held: 'stateHeld',
  confirmed: 'stateConfirmed',
  'checked-in': 'stateCheckedIn',
  completed: 'stateCompleted',
  'no-show': 'stateNoShow',
  cancelled: 'stateCancelled',
} as const;

const keyOf = (status: string) =>
  new Map<string, (typeof states)[keyof typeof states]>(Object.entries(states)).get(status);

/** A customer's bookings, the newest first. */
export const CustomerHistory = ({ customer }: { customer: CustomerView }) => {
  const { business, zone } = useStaff();
  const t = useText('customers');
  const language = useLanguage();
  const { bookings, counts } = customer;
  const all = counts.bookings + counts.cancelled;
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="pb-1 text-base font-semibold">
        {t('history')}
      </h2>
      {bookings.length === 0 ? <p className="text-sm text-muted">{t('historyNone')}</p> : null}
      <ul className="divide-y divide-hairline border-y border-hairline">
        {bookings.map((booking) => {
          const key = keyOf(booking.status);
          const over = booking.status === 'cancelled' || booking.status === 'no-show';
          return (
            <li key={booking.id}>
              <Link
                href={`/${business}/bookings/${booking.reference}`}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 px-1 py-2.5 text-sm hover:bg-surface-sunken md:grid-cols-[12rem_minmax(0,1fr)_7rem_5rem]"
              >
                <span className={over ? 'text-muted line-through' : ''}>
                  {stampFull(language, booking.startsAt, zone)}
                </span>
                <span className="text-muted max-md:row-start-2">
                  {[
                    inLanguage(booking.service, language),
                    inLanguage(booking.resource, language),
                    booking.attendeeName,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
                <span className="max-md:text-right">{key ? t(key) : booking.status}</span>
                <span className="text-right">{formatMoney(booking.pricePaise)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {all > bookings.length ? (
        <p className="pt-2 text-xs text-muted">{t('historyNewest', { count: all })}</p>
      ) : null}
    </section>
  );
};
