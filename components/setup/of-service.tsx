'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { inLanguage } from '../../lib/kernel/local-text';
import { PageHead } from '../frame/page-head';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useSetup } from './use-setup';

type Setup = ReturnType<typeof useSetup>;
type Service = Setup['services'][number];

type Props = {
  title: string;
  lead: string;
  /** Names the choice of a service. */
  label: string;
  /** What belongs to a service, to be keyed by it; null where there is nothing of it yet. */
  children: (service: Service, setup: Setup) => ReactNode | null;
};

/** A page of setup about one service, chosen at the top and kept in the address. */
export const OfService = ({ title, lead, label, children }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const setup = useSetup();
  const router = useRouter();
  const path = usePathname();
  const of = useSearchParams().get('of');
  const live = setup.services.filter((one) => !one.archived);
  const service = live.find((one) => one.id === of) ?? live[0];
  const shown = service ? children(service, setup) : null;
  return (
    <>
      <PageHead title={title} lead={lead} />
      {service && shown ? (
        <div className="px-4 pb-8 md:px-6">
          <SelectField
            label={label}
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
          {shown}
        </div>
      ) : (
        <Empty title={t('noServices')} hint={t('noServicesHint')} />
      )}
    </>
  );
};
