'use client';

import { Search, SlidersHorizontal } from 'lucide-react';
import { useEffect, useState } from 'react';
import { bookingSources, orderOf, paymentKinds, shownStatuses } from '../../lib/booking/desk/schema';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { setParams, type FilterName, type ShownFilters } from './list-address';
import { PeriodChoice } from './period-choice';

export type Choices = {
  services: { id: string; name: string }[];
  resources: { id: string; name: string }[];
  /** Who sees people one after another. */
  doctors: { id: string; name: string }[];
};

const typingMs = 250;

const SearchBox = ({ q }: { q: string }) => {
  const t = useText('bookings');
  const [typed, setTyped] = useState(q);
  useEffect(() => {
    const timer = setTimeout(() => {
      setParams({ q: typed.trim() || null });
    }, typingMs);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  return (
    <div className="relative min-w-0 flex-1">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-3.5 left-3 size-4 text-muted md:top-2.5"
      />
      <input
        type="search"
        aria-label={t('searchLabel')}
        placeholder={t('search')}
        value={typed}
        maxLength={80}
        onChange={(event) => {
          setTyped(event.target.value);
        }}
        className="min-h-11 w-full rounded border border-hairline bg-surface-raised pr-3 pl-9 text-base placeholder:text-muted md:min-h-9 md:text-sm"
      />
    </div>
  );
};

const orders = {
  'start-desc': 'sortStartDesc',
  'start-asc': 'sortStartAsc',
  'created-desc': 'sortCreatedDesc',
} as const;

/** Not among what is folded away. */
const unfolded = ['q', 'period', 'sort', 'order'];

/** The search, and what narrows the list; folded away until it is wanted. */
export const Filters = ({ filters, choices }: { filters: ShownFilters; choices: Choices }) => {
  const t = useText('bookings');
  const set = Object.keys(filters).filter((name) => !unfolded.includes(name)).length;
  const [open, setOpen] = useState(set > 0);
  const change = (name: FilterName) => (event: { target: { value: string } }) => {
    setParams({ [name]: event.target.value || null });
  };
  const order = `${filters.sort ?? 'start'}-${orderOf(filters)}`;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-col gap-2 md:flex-row">
        <PeriodChoice filters={filters} />
        <div className="flex min-w-0 flex-1 gap-2">
          <SearchBox q={filters.q ?? ''} />
          <Button
            aria-expanded={open}
            onClick={() => {
              setOpen(!open);
            }}
          >
            <SlidersHorizontal aria-hidden className="size-4" />
            {t('filters')}
            {set > 0 ? <span className="text-accent">{set}</span> : null}
          </Button>
        </div>
      </div>
      {open ? (
        <div className="grid grid-cols-2 gap-3 md:grid-cols-4 xl:grid-cols-8">
          <TextField label={t('from')} type="date" value={filters.from ?? ''} onChange={change('from')} />
          <TextField label={t('to')} type="date" value={filters.to ?? ''} onChange={change('to')} />
          <SelectField label={t('service')} value={filters.serviceId ?? ''} onChange={change('serviceId')}>
            <Options rows={choices.services} />
          </SelectField>
          {choices.resources.length > 1 ? (
            <SelectField
              label={t('resource')}
              value={filters.resourceId ?? ''}
              onChange={change('resourceId')}
            >
              <Options rows={choices.resources} />
            </SelectField>
          ) : null}
          <SelectField label={t('status')} value={filters.status ?? ''} onChange={change('status')}>
            <Options rows={shownStatuses.map((id) => ({ id, name: t(id) }))} />
          </SelectField>
          <SelectField label={t('payment')} value={filters.payment ?? ''} onChange={change('payment')}>
            <Options rows={paymentKinds.map((id) => ({ id, name: t(`pay-${id}`) }))} />
          </SelectField>
          <SelectField label={t('source')} value={filters.source ?? ''} onChange={change('source')}>
            <Options rows={bookingSources.map((id) => ({ id, name: t(id) }))} />
          </SelectField>
          <SelectField
            label={t('sort')}
            value={order}
            onChange={(event) => {
              const [sort = '', direction = ''] = event.target.value.split('-');
              setParams({ sort, order: direction });
            }}
          >
            {Object.entries(orders).map(([value, key]) => (
              <option key={value} value={value}>
                {t(key)}
              </option>
            ))}
          </SelectField>
        </div>
      ) : null}
    </div>
  );
};

const Options = ({ rows }: { rows: readonly { id: string; name: string }[] }) => {
  const t = useText('bookings');
  return (
    <>
      <option value="">{t('all')}</option>
      {rows.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </>
  );
};
