'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { formatPhone } from '../format-phone';
import type { FoundCustomers } from '../../lib/customers/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { cn } from '../ui/class-names';
import { Field } from '../ui/field';
import { useText } from '../words';

export type KnownCustomer = FoundCustomers['customers'][number];

type Props = {
  typed: string;
  onType: (typed: string) => void;
  onPick: (customer: KnownCustomer) => void;
  error?: string | undefined;
};

/** A short pause after the last letter: a fast typist asks once. */
const pauseMs = 150;

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setPaused(text);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return paused;
}

/** Name or number; who is known already is offered while typing, and picked by tap or by arrows and Enter. */
export const CustomerPicker = ({ typed, onType, onPick, error }: Props) => {
  const t = useText('calendar');
  const { business } = useStaff();
  const listId = useId();
  const [place, setPlace] = useState(-1);
  const q = usePaused(typed.trim());
  const { data } = useQuery({
    queryKey: queryKeys.customers('search', q),
    queryFn: ({ signal }) =>
      api<FoundCustomers>(business, 'get', 'customers/search', { query: { q }, signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
  const found = typed.trim().length >= 2 ? (data?.customers ?? []) : [];
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const chosen = found[place];
    if (step !== 0 && found.length > 0) setPlace((place + step + found.length) % found.length);
    else if (event.key === 'Enter' && chosen) onPick(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div>
      <Field label={t('who')} hint={t('whoHint')} error={error}>
        {({ id, describedBy, invalid }) => (
          <input
            id={id}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={found.length > 0}
            aria-controls={listId}
            aria-activedescendant={found[place] ? `${listId}-${String(place)}` : undefined}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            autoComplete="off"
            autoFocus
            value={typed}
            onChange={(event) => {
              setPlace(-1);
              onType(event.target.value);
            }}
            onKeyDown={onKeyDown}
            className="min-h-11 w-full rounded border border-hairline bg-surface-raised px-3 text-base aria-invalid:border-danger md:min-h-9 md:text-sm"
          />
        )}
      </Field>
      <ul
        id={listId}
        role="listbox"
        aria-label={t('known')}
        className={cn('mt-1 flex flex-col', found.length === 0 && 'hidden')}
      >
        {found.map((one, index) => (
          <li
            key={one.id}
            id={`${listId}-${String(index)}`}
            role="option"
            aria-selected={index === place}
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onPick(one);
            }}
            className={cn(
              'flex min-h-11 cursor-pointer items-center justify-between gap-3 rounded px-3 text-sm hover:bg-surface-sunken',
              index === place && 'bg-surface-sunken',
            )}
          >
            <span className="min-w-0 truncate font-semibold">{one.name ?? t('nameless')}</span>
            <span className="shrink-0 text-muted">
              {one.blocked ? t('blockedCustomer') : formatPhone(one.phone)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
