'use client';

import { useText } from '../words';
import { OfService } from './of-service';
import { ReminderEditor } from './reminder-editor';

/** The reminders of one service. */
export const RemindersPart = () => {
  const t = useText('setup');
  return (
    <OfService title={t('page_reminders')} lead={t('remindersLead')} label={t('remindersOf')}>
      {({ id }, { reminders }) => {
        const stored = reminders.find((one) => one.serviceId === id);
        return stored ? <ReminderEditor key={id} serviceId={id} stored={stored} /> : null;
      }}
    </OfService>
  );
};
