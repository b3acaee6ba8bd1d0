'use client';

import { useState, type ReactNode } from 'react';
import { Unreadable } from '../frame/unreadable';
import { Button } from '../ui/button';
import { Skeleton } from '../ui/empty';
import { useText } from '../words';
import { PaymentDialog } from './payment-dialog';

/** A list that is read page by page, as far as it is shown here. */
type Paged = {
  isPending: boolean;
  isError: boolean;
  isSuccess: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  refetch: () => unknown;
  fetchNextPage: () => unknown;
};

type Props<Row> = {
  list: Paged;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** In the place of no rows at all. */
  empty: ReactNode;
  /** One row; `open` shows the payment of this id with everything that led to it. */
  children: (row: Row, open: (payment: string) => void) => ReactNode;
};

/** Payments or what goes back of them, the newest first, a page at a time; one opens. */
export const MoneyList = <Row,>({ list, rows, keyOf, empty, children }: Props<Row>) => {
  const t = useText('payments');
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      {list.isError ? (
        <Unreadable
          onAgain={() => {
            void list.refetch();
          }}
        />
      ) : null}
      {list.isPending ? (
        <div className="flex flex-col gap-3 px-4 md:px-6">
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
        </div>
      ) : null}
      {list.isSuccess && rows.length === 0 ? empty : null}
      <ul className="divide-y divide-hairline border-y border-hairline empty:hidden">
        {rows.map((row) => (
          <li key={keyOf(row)}>{children(row, setOpen)}</li>
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="flex justify-center p-4">
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
      {open ? (
        <PaymentDialog
          payment={open}
          onClose={() => {
            setOpen(null);
          }}
        />
      ) : null}
    </>
  );
};
