'use client';

import { useText } from '../words';
import { OfService } from './of-service';
import { PriceEditor } from './price-editor';

/** The prices of one service. */
export const PricesPart = () => {
  const t = useText('setup');
  return (
    <OfService title={t('page_prices')} lead={t('pricesLead')} label={t('priceOf')}>
      {(service, { prices }) => {
        const stored = prices.find((one) => one.serviceId === service.id);
        return stored ? <PriceEditor key={service.id} service={service} stored={stored} /> : null;
      }}
    </OfService>
  );
};
