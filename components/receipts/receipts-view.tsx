'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { formatMonth } from '../../lib/i18n/format-day';
import type { ReceiptList } from '../../lib/receipts/schema';
import { api } from '../api';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { queryKeys } from '../query-keys';
import { Button, buttonClass } from '../ui/button';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { monthsBefore } from './months-before';
import { ReceiptTable } from './receipt-table';

type Wish = { q: string; month: string };

/** Two financial years: what an accountant still asks for. */
const monthsShown = 24;

function useReceiptList({ q, month }: Wish, first: { wish: Wish; list: ReceiptList }) {
  const { business } = useStaff();
  return useInfiniteQuery({
    queryKey: queryKeys.bookings('all-receipts', business, q, month),
    queryFn: ({ pageParam, signal }) =>
      api<ReceiptList>(business, 'get', 'receipts', {
        query: { ...(q && { q }), ...(month && { month }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    ...(first.wish.q === q &&
      first.wish.month === month && { initialData: { pages: [first.list], pageParams: [''] } }),
    placeholderData: (before) => before,
  });
}

/** All receipts, those of a month, or those found; what is wished stays in the address. */
export const ReceiptsView = ({
  first,
  thisMonth,
}: {
  first: { wish: Wish; list: ReceiptList };
  thisMonth: string;
}) => {
  const { business } = useStaff();
  const t = useText('receipts');
  const f = useText('frame');
  const language = useLanguage();
  const router = useRouter();
  const [wish, setWish] = useState(first.wish);
  const q = useDeferredValue(wish.q.trim());
  const list = useReceiptList({ q, month: wish.month }, first);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const change = (next: Partial<Wish>): void => {
    const after = { ...wish, ...next };
    setWish(after);
    const set = Object.entries(after).filter(([, value]) => value.trim() !== '');
    router.replace(`/${business}/receipts?${new URLSearchParams(set).toString()}`, { scroll: false });
  };
  const exported = wish.month || thisMonth;
  return (
    <>
      <PageHead title={t('title')}>
        <Link className={buttonClass('secondary')} href={`/${business}/setup/receipts`}>
          {t('settings')}
        </Link>
        <a
          className={buttonClass('secondary')}
          href={`/api/businesses/${business}/receipts/export?month=${exported}`}
          download
        >
          {t('export', { month: formatMonth(language, `${exported}-01`) })}
        </a>
      </PageHead>
      <div className="flex flex-wrap items-end gap-3 px-4 pb-3 md:px-6">
        <label className="relative block min-w-60 flex-1 md:max-w-sm">
          <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
          <input
            type="search"
            value={wish.q}
            maxLength={100}
            aria-label={t('search')}
            placeholder={t('search')}
            onChange={(event) => {
              change({ q: event.target.value });
            }}
            className="min-h-11 w-full rounded border border-hairline bg-surface-raised pr-3 pl-9 text-base placeholder:text-muted md:min-h-9 md:text-sm"
          />
        </label>
        <SelectField
          label={t('month')}
          value={wish.month}
          onChange={(event) => {
            change({ month: event.target.value });
          }}
        >
          <option value="">{t('allMonths')}</option>
          {monthsBefore(thisMonth, monthsShown).map((month) => (
            <option key={month} value={month}>
              {formatMonth(language, `${month}-01`)}
            </option>
          ))}
        </SelectField>
      </div>
      <div aria-busy={list.isFetching}>
        {rows.length > 0 ? <ReceiptTable rows={rows} /> : null}
        {list.isError ? <Unreadable onAgain={() => void list.refetch()} /> : null}
        {list.isSuccess && rows.length === 0 ? (
          q || wish.month ? (
            <Empty title={t('noneFound')} hint={t('noneFoundHint')} />
          ) : (
            <Empty title={t('none')} hint={t('noneHint')} />
          )
        ) : null}
        {list.hasNextPage ? (
          <div className="flex justify-center p-4">
            <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {f('loadMore')}
            </Button>
          </div>
        ) : null}
      </div>
    </>
  );
};
