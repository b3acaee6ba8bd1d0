'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { formatPhone } from '../format-phone';
import type { BookingList } from '../../lib/booking/desk/schema';
import type { CustomerList } from '../../lib/customers/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { api } from '../api';
import { formatInstant } from '../format-instant';
import { queryKeys } from '../query-keys';
import { useLanguage, useText } from '../words';
import { places } from './places';
import { useStaff } from './staff-context';

const most = 6;

type Go = (path: string) => void;

const Row = ({ value, path, go, children }: { value: string; path: string; go: Go; children: ReactNode }) => (
  <Command.Item
    value={value}
    onSelect={() => {
      go(path);
    }}
    className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 rounded px-3 py-1 text-sm data-[selected=true]:bg-accent-soft"
  >
    {children}
  </Command.Item>
);

const group =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-muted';

/** Customers, bookings and pages for what is being typed. */
export const FinderResults = ({ query, go }: { query: string; go: Go }) => {
  const { business, zone, may } = useStaff();
  const t = useText('frame');
  const language = useLanguage();
  const wanted = query.trim();
  const enabled = wanted.length >= 2;
  const customers = useQuery({
    queryKey: queryKeys.customers('find', wanted),
    queryFn: ({ signal }) =>
      api<CustomerList>(business, 'get', 'customers', { query: { q: wanted }, signal }),
    enabled: enabled && may('customer.view'),
    placeholderData: keepPreviousData,
  });
  const bookings = useQuery({
    queryKey: queryKeys.bookings('find', wanted),
    queryFn: ({ signal }) => api<BookingList>(business, 'get', 'bookings', { query: { q: wanted }, signal }),
    enabled: enabled && may('booking.view'),
    placeholderData: keepPreviousData,
  });
  const pages = places.filter(
    ({ key, permission }) =>
      (permission === null || may(permission)) && t(key).toLowerCase().includes(wanted.toLowerCase()),
  );
  const people = enabled ? (customers.data?.customers.slice(0, most) ?? []) : [];
  const found = enabled ? (bookings.data?.rows.slice(0, most) ?? []) : [];
  const settled = !customers.isFetching && !bookings.isFetching;
  return (
    <Command.List className="max-h-[60dvh] overflow-y-auto py-2">
      {settled && people.length + found.length + pages.length === 0 ? (
        <p className="px-3 py-6 text-center text-sm text-muted">{t('findNothing', { query: wanted })}</p>
      ) : null}
      {people.length > 0 ? (
        <Command.Group heading={t('customers')} className={group}>
          {people.map(({ id, name, phone }) => (
            <Row key={id} value={`customer ${id}`} path={`customers/${id}`} go={go}>
              <span className="font-semibold">{name ?? formatPhone(phone) ?? '–'}</span>
              {name && phone ? <span className="text-muted">{formatPhone(phone)}</span> : null}
            </Row>
          ))}
        </Command.Group>
      ) : null}
      {found.length > 0 ? (
        <Command.Group heading={t('bookings')} className={group}>
          {found.map((one) => (
            <Row key={one.id} value={`booking ${one.id}`} path={`bookings/${one.reference}`} go={go}>
              <span className="font-semibold">{one.attendeeName ?? one.customerName ?? one.reference}</span>
              <span className="text-muted">
                {formatInstant(language, one.startsAt, zone)} · {inLanguage(one.resourceName, language)} ·{' '}
                {one.reference}
              </span>
            </Row>
          ))}
        </Command.Group>
      ) : null}
      {pages.length > 0 ? (
        <Command.Group heading={t('pages')} className={group}>
          {pages.map(({ key, icon: Icon }) => (
            <Row key={key} value={`page ${key}`} path={key} go={go}>
              <Icon aria-hidden className="size-4 text-muted" />
              {t(key)}
            </Row>
          ))}
        </Command.Group>
      ) : null}
    </Command.List>
  );
};
