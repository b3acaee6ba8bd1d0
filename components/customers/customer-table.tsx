import Link from 'next/link';
import { formatPhone } from '../format-phone';
import type { CustomerRow } from '../../lib/customers/schema';
import { stampDay } from '../../lib/i18n/format-stamp';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';

/** Customers in rows: a table on a desk, two lines each on a phone. */
export const CustomerTable = ({ customers }: { customers: CustomerRow[] }) => {
  const { business, zone } = useStaff();
  const t = useText('customers');
  const language = useLanguage();
  const head = 'hidden px-4 py-2 font-semibold md:table-cell';
  return (
    <table className="block w-full text-left md:table">
      <thead className="sr-only text-xs text-muted md:not-sr-only md:table-header-group">
        <tr className="border-b border-hairline">
          <th className={`${head} md:pl-6`}>{t('name')}</th>
          <th className={head}>{t('phone')}</th>
          <th className={`${head} text-right`}>{t('bookings')}</th>
          <th className={`${head} text-right md:pr-6`}>{t('last')}</th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-hairline md:table-row-group">
        {customers.map((one) => (
          <tr
            key={one.id}
            className="relative flex flex-wrap gap-x-3 px-4 py-2.5 hover:bg-surface-sunken md:table-row md:px-0"
          >
            <td className="w-full min-w-0 text-base md:w-auto md:max-w-64 md:px-4 md:py-2.5 md:pl-6 md:text-sm">
              <Link
                href={`/${business}/customers/${one.id}`}
                className="font-semibold after:absolute after:inset-0 hover:text-accent"
              >
                {one.name ?? t('unnamed')}
              </Link>
              {one.blocked ? (
                <span className="ml-2 text-xs font-semibold text-danger">{t('blocked')}</span>
              ) : null}
            </td>
            <td className="text-sm text-muted md:px-4">{formatPhone(one.phone) ?? t('noPhone')}</td>
            <td className="text-sm text-muted md:px-4 md:text-right md:text-ink">
              <span className="md:hidden">{t('bookingCount', { count: one.bookings })}</span>
              <span className="hidden md:inline">{one.bookings}</span>
            </td>
            <td className="ml-auto text-sm text-muted md:px-4 md:pr-6 md:text-right">
              {one.lastBookingAt ? stampDay(language, one.lastBookingAt, zone) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
