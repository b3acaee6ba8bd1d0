'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';
import { inLanguage } from '../../lib/kernel/local-text';
import { PageHead } from '../frame/page-head';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { TimetableEditor } from './timetable-editor';
import { useSetup } from './use-setup';

/** Weekly hours of the business or of one court or doctor, chosen at the top. */
export const HoursPart = () => {
  const t = useText('setup');
  const language = useLanguage();
  const { resources, timetables } = useSetup();
  const router = useRouter();
  const path = usePathname();
  const of = useSearchParams().get('of');
  const shown = timetables.find((one) => one.resourceId === of) ?? timetables[0];
  const live = resources.filter((one) => !one.archived);
  return (
    <>
      <PageHead title={t('page_hours')} lead={t('hoursLead')} />
      <div className="px-4 md:px-6">
        <SelectField
          label={t('hoursOf')}
          className="max-w-sm"
          value={shown?.resourceId ?? ''}
          onChange={(event) => {
            router.replace(event.target.value === '' ? path : `${path}?of=${event.target.value}`);
          }}
        >
          <option value="">{t('wholeBusiness')}</option>
          {live.map((one) => (
            <option key={one.id} value={one.id}>
              {inLanguage(one.name, language)}
            </option>
          ))}
        </SelectField>
      </div>
      {shown ? <TimetableEditor key={shown.resourceId ?? ''} timetable={shown} /> : null}
    </>
  );
};
