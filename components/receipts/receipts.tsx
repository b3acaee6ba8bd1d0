'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { toast } from 'sonner';
import { formatMoney } from '../../lib/i18n/format-money';
import type { IssuedReceipts } from '../../lib/receipts/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';

type Props = {
  /** Where they are read and made. */
  path: string;
  /** What they are kept by. */
  queryKey: readonly unknown[];
  mayMake: boolean;
  className?: string;
};

/** The receipts of a booking or pack, each a file to open; nothing where no money has come. */
export const Receipts = ({ path, queryKey, mayMake, className = '' }: Props) => {
  const t = useText('bookings');
  const { business } = useStaff();
  const queries = useQueryClient();
  const newest = useRef<HTMLAnchorElement>(null);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) => api<IssuedReceipts>(business, 'get', path, { signal }),
  });
  const make = useMutation({
    mutationFn: () => api<IssuedReceipts>(business, 'post', path),
    onSuccess: (made) => {
      queries.setQueryData(queryKey, made);
      toast(t('receiptMade', { number: made.issued.at(-1)?.number ?? '' }));
    },
    onError: () => {
      toast(t('receiptFailed'));
    },
  });
  // The button has gone: whoever pressed it by keyboard goes on with what it made.
  useEffect(() => {
    if (make.isSuccess) newest.current?.focus();
  }, [make.isSuccess]);
  if (!data || (data.issued.length === 0 && !data.due)) return null;
  return (
    <section className={`flex flex-col gap-2 ${className}`}>
      <h3 className="text-xs text-muted">{t('receipts')}</h3>
      {data.issued.length === 0 ? null : (
        <ul className="flex flex-col text-sm">
          {data.issued.map(({ id, kind, number, amountPaise }, place) => (
            <li key={id}>
              <a
                ref={place === data.issued.length - 1 ? newest : null}
                href={`/api/businesses/${business}/receipts/${id}.pdf`}
                target="_blank"
                rel="noreferrer"
                className="-mx-2 flex min-h-11 items-center gap-2 rounded px-2 hover:bg-surface-sunken md:min-h-9"
              >
                <FileText aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1 break-words">
                  {t(`doc-${kind}`)} <span className="whitespace-nowrap">{number}</span>
                </span>
                <span>{formatMoney(amountPaise)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
      {data.due && mayMake ? (
        <Button
          className="self-start"
          busy={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {t('receiptMake')}
        </Button>
      ) : null}
    </section>
  );
};
