'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import type { CustomerList } from '../../lib/customers/schema';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Unreadable } from '../frame/unreadable';
import { Button, buttonClass } from '../ui/button';
import { Empty } from '../ui/empty';
import { useText } from '../words';
import { CustomerTable } from './customer-table';
import { useCustomerList } from './use-customers';

/** All customers, or those found; the words searched for stay in the address. */
export const CustomersView = ({ asked, first }: { asked: string; first: CustomerList }) => {
  const { business } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const router = useRouter();
  const [words, setWords] = useState(asked);
  const q = useDeferredValue(words.trim());
  const list = useCustomerList(q, { asked, list: first });
  const customers = list.data?.pages.flatMap((page) => page.customers) ?? [];
  const search = (typed: string): void => {
    setWords(typed);
    const query = typed.trim() ? `?q=${encodeURIComponent(typed.trim())}` : '';
    router.replace(`/${business}/customers${query}`, { scroll: false });
  };
  return (
    <>
      <PageHead title={t('title')}>
        <Link href={`/${business}/packs`} className={buttonClass('secondary')}>
          {t('packs')}
        </Link>
      </PageHead>
      <div className="px-4 pb-3 md:px-6">
        <label className="relative block md:max-w-sm">
          <Search aria-hidden className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted" />
          <input
            type="search"
            value={words}
            aria-label={t('search')}
            placeholder={t('search')}
            onChange={(event) => {
              search(event.target.value);
            }}
            className="min-h-11 w-full rounded border border-hairline bg-surface-raised pr-3 pl-9 text-base placeholder:text-muted md:min-h-9 md:text-sm"
          />
        </label>
      </div>
      <div aria-busy={list.isFetching}>
        {customers.length > 0 ? <CustomerTable customers={customers} /> : null}
        {list.isError ? <Unreadable onAgain={() => void list.refetch()} /> : null}
        {list.isSuccess && customers.length === 0 ? (
          <Empty title={q ? t('notFound', { query: q }) : t('none')} {...(!q && { hint: t('noneHint') })} />
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
