'use client';

import type { ReactNode } from 'react';
import type { CalendarsPage } from '../../../lib/mirrors/schema';
import { inLanguage } from '../../../lib/kernel/local-text';
import { useStaff } from '../../frame/staff-context';
import { RadioGroup } from '../../ui/radio-group';
import { useLanguage, useText } from '../../words';
import { FeedRow } from './feed-row';
import { useCalendarChange, useCalendars } from './use-calendars';

const Part = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3">
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {lead ? <p className="text-sm text-muted">{lead}</p> : null}
    </div>
    {children}
  </section>
);

/** How bookings show in other calendars. */
export const CalendarsView = ({ first }: { first: CalendarsPage }) => {
  const t = useText('calendars');
  const language = useLanguage();
  const { may, resourceId } = useStaff();
  const { data } = useCalendars(first);
  const change = useCalendarChange();
  return (
    <div className="flex flex-col gap-8">
      <Part title={t('subscribe')} lead={t('subscribeLead')}>
        <ul className="divide-y divide-hairline border-y border-hairline">
          <FeedRow
            name={resourceId === null ? t('ownAll') : t('own')}
            hint={t('ownHint')}
            feed={data.own}
            resourceId={null}
          />
          {data.resources.map(({ id, name, feed }) => (
            <FeedRow key={id} name={inLanguage(name, language)} feed={feed} resourceId={id} />
          ))}
        </ul>
        <p className="text-xs text-muted">{t('refreshNote')}</p>
      </Part>
      {may('setup.change') ? (
        <Part title={t('titles')} lead={t('titlesLead')}>
          <RadioGroup
            label={t('titlesLabel')}
            value={data.titles}
            options={[
              { value: 'full', label: t('titlesFull') },
              { value: 'initials', label: t('titlesInitials') },
              { value: 'booked', label: t('titlesBooked') },
            ]}
            onChange={(titles) => {
              change.mutate({ method: 'put', path: 'titles', body: { titles } });
            }}
          />
        </Part>
      ) : null}
    </div>
  );
};
