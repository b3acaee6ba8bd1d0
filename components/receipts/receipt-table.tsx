import Link from 'next/link';
import { formatMoney } from '../../lib/i18n/format-money';
import { stampDay } from '../../lib/i18n/format-stamp';
import { inLanguage } from '../../lib/kernel/local-text';
import type { ReceiptListRow } from '../../lib/receipts/schema';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';

/** Receipts in rows: a table on a desk, two lines each on a phone. The number opens the file. */
export const ReceiptTable = ({ rows }: { rows: ReceiptListRow[] }) => {
  const { business, zone } = useStaff();
  const t = useText('receipts');
  const tb = useText('bookings');
  const language = useLanguage();
  const head = 'hidden px-4 py-2 font-semibold md:table-cell';
  const link = 'underline decoration-hairline underline-offset-4 hover:decoration-current';
  return (
    <table className="block w-full text-left md:table">
      <thead className="sr-only text-xs text-muted md:not-sr-only md:table-header-group">
        <tr className="border-b border-hairline">
          <th className={`${head} md:pl-6`}>{t('number')}</th>
          <th className={head}>{t('date')}</th>
          <th className={head}>{t('customer')}</th>
          <th className={head}>{t('booking')}</th>
          <th className={`${head} text-right md:pr-6`}>{t('amount')}</th>
        </tr>
      </thead>
      <tbody className="block divide-y divide-hairline md:table-row-group">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 px-4 py-2.5 hover:bg-surface-sunken md:table-row md:px-0"
          >
            <td className="min-w-0 text-base md:px-4 md:py-2.5 md:pl-6 md:text-sm">
              <a
                href={`/api/businesses/${business}/receipts/${row.id}.pdf`}
                target="_blank"
                rel="noreferrer"
                className="font-semibold whitespace-nowrap after:absolute after:inset-0 hover:text-accent"
              >
                {row.number}
              </a>
              <span className="block text-xs text-muted">{tb(`doc-${row.kind}`)}</span>
            </td>
            <td className="order-4 text-right text-sm whitespace-nowrap text-muted md:px-4 md:text-left">
              {stampDay(language, row.issuedAt, zone)}
            </td>
            <td className="order-3 min-w-0 text-sm break-words md:px-4">
              {row.customerName ?? t('nameless')}
            </td>
            <td className="order-5 text-sm md:px-4">
              {row.reference ? (
                <Link href={`/${business}/bookings/${row.reference}`} className={`relative z-1 ${link}`}>
                  {row.reference}
                </Link>
              ) : null}
              {row.pack ? inLanguage(row.pack, language) : null}
            </td>
            <td className="order-2 text-right text-base font-semibold md:px-4 md:pr-6 md:text-sm">
              {row.kind === 'credit-note' ? '−' : ''}
              {formatMoney(row.amountPaise)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
