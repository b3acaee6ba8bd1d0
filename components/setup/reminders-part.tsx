'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { inLanguage } from '../../lib/kernel/local-text';
import { PageHead } from '../frame/page-head';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { ReminderEditor } from './reminder-editor';
import { useSetup } from './use-setup';

/** The reminders of one service, chosen at the top. */
export const RemindersPart = () => {
  const t = useText('setup');
  const language = useLanguage();
  const { services, reminders } = useSetup();
  const router = useRouter();
  const path = usePathname();
  const of = useSearchParams().get('of');
  const live = services.filter((one) => !one.archived);
  const service = live.find((one) => one.id === of) ?? live[0];
  const stored = reminders.find((one) => one.serviceId === service?.id);
  return (
    <>
      <PageHead title={t('page_reminders')} lead={t('remindersLead')} />
      {service && stored ? (
        <div className="px-4 pb-8 md:px-6">
          <SelectField
            label={t('remindersOf')}
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
          <ReminderEditor key={service.id} serviceId={service.id} stored={stored} />
        </div>
      ) : (
        <Empty title={t('noServices')} hint={t('noServicesHint')} />
      )}
    </>
  );
};
