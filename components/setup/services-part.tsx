'use client';

import { formatMoney } from '../../lib/i18n/format-money';
import type { SetupService } from '../../lib/catalog/setup/schema';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useText } from '../words';
import { OfferList } from './offer-list';
import { ServiceEditor } from './service-editor';
import { useEdited } from './use-edited';
import { useSetup } from './use-setup';

/** What customers book: the list, and the one being edited in its place. */
export const ServicesPart = () => {
  const t = useText('setup');
  const { may } = useStaff();
  const { services } = useSetup();
  const { edited, edit } = useEdited();
  if (edited?.startsWith('new'))
    return <ServiceEditor key={edited} kind={edited === 'new-court' ? 'court' : 'consultation'} />;
  const found = services.find((one) => one.id === edited);
  if (found) return <ServiceEditor key={found.id} service={found} kind={found.kind} />;

  const lineOf = (one: SetupService): string =>
    [
      t(one.priceBasis === 'hour' ? 'perHour' : 'perVisit', { price: formatMoney(one.pricePaise) }),
      one.durationMinutes.map((count) => t('minutes', { count })).join(', '),
      t('offeredBy', { count: one.offerings.length }),
    ].join(' · ');
  return (
    <>
      <PageHead title={t('page_services')} lead={t('servicesLead')}>
        {may('setup.change') ? (
          <>
            <Button
              onClick={() => {
                edit('new-court');
              }}
            >
              {t('addCourtService')}
            </Button>
            <Button
              onClick={() => {
                edit('new-consultation');
              }}
            >
              {t('addConsultation')}
            </Button>
          </>
        ) : null}
      </PageHead>
      <div className="max-w-3xl px-4 pb-10 md:px-6">
        {services.length === 0 ? <Empty title={t('noServices')} hint={t('noServicesHint')} /> : null}
        <OfferList
          kind="service"
          rows={services.map((one) => ({ ...one, line: lineOf(one) }))}
          onOpen={edit}
        />
      </div>
    </>
  );
};
