'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { inLanguage } from '../../lib/kernel/local-text';
import { PageHead } from '../frame/page-head';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { PriceEditor } from './price-editor';
import { useSetup } from './use-setup';

/** The prices of one service, chosen at the top. */
export const PricesPart = () => {
  const t = useText('setup');
  const language = useLanguage();
  const { services, prices } = useSetup();
  const router = useRouter();
  const path = usePathname();
  const of = useSearchParams().get('of');
  const live = services.filter((one) => !one.archived);
  const service = live.find((one) => one.id === of) ?? live[0];
  const stored = prices.find((one) => one.serviceId === service?.id);
  return (
    <>
      <PageHead title={t('page_prices')} lead={t('pricesLead')} />
      {service && stored ? (
        <div className="px-4 pb-8 md:px-6">
          <SelectField
            label={t('priceOf')}
            className="max-w-sm"
            value={service.id}
            onChange={(event) => {
              router.replace(`${path}?of=${event.target.value}`);
            }}
          >
            {live.map((one) => (
              <option key={one.id} value={one.id}>
                {inLanguage(one.name, language)}
              </option>
            ))}
          </SelectField>
          <PriceEditor key={service.id} service={service} stored={stored} />
        </div>
      ) : (
        <Empty title={t('noServices')} hint={t('noServicesHint')} />
      )}
    </>
  );
};
