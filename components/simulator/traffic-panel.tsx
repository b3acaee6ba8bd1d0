import { useState } from 'react';
import type { Customer, Snapshot } from '../../lib/simulator/types';
import { ExchangeRow } from './exchange-row';
import { exchangesOf } from './simulator-state';
import { useWords } from './words';

/** Every webhook and API call, the newest first. */
export const TrafficPanel = ({ snapshot, customer }: { snapshot: Snapshot; customer: Customer | null }) => {
  const { t } = useWords();
  const [onlyOne, setOnlyOne] = useState(false);
  const exchanges = exchangesOf(snapshot, onlyOne && customer ? customer.id : null);
  const names = new Map(snapshot.customers.map((each) => [each.id, each.name]));
  return (
    <>
      {customer ? (
        <label className="flex min-h-11 items-center gap-3 border-b border-hairline px-4 text-sm">
          <input
            type="checkbox"
            checked={onlyOne}
            onChange={(event) => setOnlyOne(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t('filterCustomer', { name: customer.name })}
        </label>
      ) : null}
      {exchanges.length === 0 ? <p className="p-6 text-sm text-muted">{t('trafficEmpty')}</p> : null}
      <ul>
        {exchanges.map((exchange) => (
          <ExchangeRow
            key={exchange.id}
            exchange={exchange}
            customerName={exchange.customerId === null ? null : (names.get(exchange.customerId) ?? null)}
          />
        ))}
      </ul>
    </>
  );
};
