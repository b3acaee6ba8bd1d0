'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { periodOf, type BookingList as Page } from '../../lib/booking/desk/schema';
import { api } from '../api';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { queryKeys } from '../query-keys';
import { Button, buttonClass } from '../ui/button';
import { Empty, Skeleton } from '../ui/empty';
import { useText } from '../words';
import { BookingTable } from './booking-table';
import { ColumnMenu } from './column-menu';
import { ExportMenu } from './export-menu';
import { Filters, type Choices } from './filters';
import { filtersOf, setParams } from './list-address';
import { useColumns } from './use-columns';

type Props = { initial: { address: string; page: Page }; choices: Choices };

/** The list of bookings. The address holds the search, the filters and the order. */
export const BookingList = ({ initial, choices }: Props) => {
  const t = useText('bookings');
  const tf = useText('frame');
  const { business, may } = useStaff();
  const filters = filtersOf(useSearchParams());
  const [columns, toggle] = useColumns();
  const address = new URLSearchParams(filters).toString();
  const list = useInfiniteQuery({
    queryKey: queryKeys.bookings('list', address),
    queryFn: ({ pageParam, signal }) =>
      api<Page>(business, 'get', 'bookings', {
        query: { ...filters, ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    ...(address === initial.address && { initialData: { pages: [initial.page], pageParams: [''] } }),
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const narrowed = Object.keys(filters).some((name) => !['sort', 'order', 'period'].includes(name));
  const period = periodOf(filters);
  return (
    <>
      <PageHead title={t('title')}>
        {choices.doctors.length > 0 ? (
          <Link className={buttonClass('secondary')} href={`/${business}/queue`}>
            {t('queue')}
          </Link>
        ) : null}
        <ColumnMenu shown={columns} onToggle={toggle} />
        {may('booking.export') ? <ExportMenu filters={filters} /> : null}
      </PageHead>
      <div className="flex flex-col gap-4 px-4 pb-10 md:px-6">
        <Filters filters={filters} choices={choices} />
        <div aria-busy={list.isFetching} className={list.isPlaceholderData ? 'opacity-60' : ''}>
          {rows.length > 0 ? (
            <BookingTable rows={rows} columns={columns} byDay={filters.sort !== 'created'} />
          ) : null}
          {list.isPending ? <ListSkeleton /> : null}
          {list.isError ? <Unreadable onAgain={() => void list.refetch()} /> : null}
          {list.isSuccess && rows.length === 0 ? (
            narrowed ? (
              <Empty title={t('nothing')} hint={t('nothingHint')}>
                <Button
                  onClick={() => {
                    setParams(Object.fromEntries(Object.keys(filters).map((name) => [name, null])));
                  }}
                >
                  {t('clear')}
                </Button>
              </Empty>
            ) : (
              <Empty title={t(`empty-${period}`)} hint={t('emptyHint')} />
            )
          ) : null}
        </div>
        {list.hasNextPage ? (
          <Button
            className="self-center"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {tf('loadMore')}
          </Button>
        ) : null}
      </div>
    </>
  );
};

const ListSkeleton = () => (
  <div className="flex flex-col gap-3">
    {Array.from({ length: 8 }, (_, place) => (
      <Skeleton key={place} className="h-10 w-full" />
    ))}
  </div>
);
