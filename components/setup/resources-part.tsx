'use client';

import { formatMoney } from '../../lib/i18n/format-money';
import type { SetupResource } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useLanguage, useText } from '../words';
import { OfferList } from './offer-list';
import { ResourceEditor } from './resource-editor';
import { useEdited } from './use-edited';
import { useSetup } from './use-setup';

/** Courts and doctors: the list, and the one being edited in its place. */
export const ResourcesPart = () => {
  const t = useText('setup');
  const language = useLanguage();
  const { may } = useStaff();
  const { resources, services } = useSetup();
  const { edited, edit } = useEdited();
  if (edited?.startsWith('new'))
    return <ResourceEditor key={edited} kind={edited === 'new-court' ? 'court' : 'doctor'} />;
  const found = resources.find((one) => one.id === edited);
  if (found) return <ResourceEditor key={found.id} resource={found} kind={found.kind} />;

  const lineOf = (one: SetupResource): string => {
    const names = one.offerings.flatMap((offering) => {
      const service = services.find((each) => each.id === offering.serviceId);
      if (!service) return [];
      return [
        `${inLanguage(service.name, language)} · ${formatMoney(offering.pricePaise ?? service.pricePaise)}`,
      ];
    });
    const detail = one.detail ? [inLanguage(one.detail, language)] : [];
    return [...detail, ...(names.length > 0 ? names : [t('offersNothing')])].join(' · ');
  };
  return (
    <>
      <PageHead title={t('page_resources')} lead={t('resourcesLead')}>
        {may('setup.change') ? (
          <>
            <Button
              onClick={() => {
                edit('new-court');
              }}
            >
              {t('addCourt')}
            </Button>
            <Button
              onClick={() => {
                edit('new-doctor');
              }}
            >
              {t('addDoctor')}
            </Button>
          </>
        ) : null}
      </PageHead>
      <div className="max-w-3xl px-4 pb-10 md:px-6">
        {resources.length === 0 ? <Empty title={t('noResources')} hint={t('noResourcesHint')} /> : null}
        <OfferList
          kind="resource"
          rows={resources.map((one) => ({ ...one, line: lineOf(one) }))}
          onOpen={edit}
        />
      </div>
    </>
  );
};
