'use client';

import { useState } from 'react';
import { formatDate } from '../../lib/i18n/format-day';
import { formatMilliPaise } from '../../lib/i18n/format-money';
import { countryName } from '../../lib/i18n/country-name';
import type { CostReport } from '../../lib/costs/schema';
import { useStaff } from '../frame/staff-context';
import { DataTable, Section } from '../reports/section';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useLanguage, useText } from '../words';
import { PriceForm } from './price-form';
import { useCategoryName } from './use-category-name';
import { useCostChange } from './use-costs';

type Price = CostReport['prices'][number];

/** The prices that costs are reckoned by: those of the list, and the business's own before them. */
export const PriceList = ({ prices, recordedOn }: { prices: CostReport['prices']; recordedOn: string }) => {
  const t = useText('costs');
  const language = useLanguage();
  const nameOf = useCategoryName();
  const { may } = useStaff();
  const [open, setOpen] = useState(false);
  const doing = useCostChange();
  const mayChange = may('cost.change');
  return (
    <Section title={t('prices')} hint={t('pricesHint', { date: formatDate(language, recordedOn) })}>
      {mayChange ? (
        <div>
          <Button
            onClick={() => {
              setOpen(true);
            }}
          >
            {t('priceAdd')}
          </Button>
        </div>
      ) : null}
      <DataTable
        caption={t('prices')}
        rows={prices}
        keyOf={(price) => price.own ?? `${price.country} ${price.category} ${price.from}`}
        columns={[
          {
            head: t('country'),
            cell: (price) =>
              price.country === '*' ? t('allCountries') : countryName(language, price.country),
          },
          { head: t('category'), cell: (price) => nameOf(price.category) },
          {
            head: t('from'),
            cell: (price) => <span className="whitespace-nowrap">{formatDate(language, price.from)}</span>,
          },
          { head: t('price'), number: true, cell: (price) => formatMilliPaise(price.milliPaise) },
          {
            head: t('whose'),
            cell: (price) => <Whose price={price} />,
          },
          ...(mayChange && prices.some((price) => price.own !== null)
            ? [
                {
                  head: '',
                  number: true,
                  cell: (price: Price) =>
                    price.own === null ? null : (
                      <Button
                        look="quiet"
                        disabled={doing.isPending}
                        onClick={() => {
                          doing.mutate({ method: 'delete', path: `prices/${price.own ?? ''}` });
                        }}
                      >
                        {t('priceRemove')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <Dialog open={open} onOpenChange={setOpen} title={t('priceAdd')}>
        <PriceForm
          onDone={() => {
            setOpen(false);
          }}
        />
      </Dialog>
    </Section>
  );
};

/** Where a price is from; one that only those who sell on have told says so. */
const Whose = ({ price }: { price: Price }) => {
  const t = useText('costs');
  if (price.own !== null) return <span className="font-semibold">{t('own')}</span>;
  return (
    <span className="block min-w-52 text-xs text-muted">
      <span lang="en">{price.source}</span>
      {price.verified ? '' : ` · ${t('unverified')}`}
    </span>
  );
};
