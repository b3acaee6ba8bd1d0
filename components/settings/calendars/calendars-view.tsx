'use client';

import type { CalendarsPage } from '../../../lib/mirrors/schema';
import { inLanguage } from '../../../lib/kernel/local-text';
import { useStaff } from '../../frame/staff-context';
import { RadioGroup } from '../../ui/radio-group';
import { useLanguage, useText } from '../../words';
import { ConflictRow } from './conflict-row';
import { FeedRow } from './feed-row';
import { GooglePart } from './google-part';
import { Part } from './part';
import { useCalendarChange, useCalendars } from './use-calendars';

/** What came of the way to Google. */
export type Returned = 'connected' | 'no-access' | 'failed' | 'refused';

/** How bookings show in other calendars, and what those say of ours. */
export const CalendarsView = ({ first, returned }: { first: CalendarsPage; returned: Returned | null }) => {
  const t = useText('calendars');
  const language = useLanguage();
  const { may, resourceId } = useStaff();
  const { data } = useCalendars(first);
  const change = useCalendarChange();
  const { conflicts } = data.google;
  return (
    <div className="flex flex-col gap-8">
      {returned ? (
        <p
          role="status"
          className={`text-sm ${returned === 'connected' ? 'text-state-confirmed' : 'text-danger'}`}
        >
          {t(`google_${returned}`)}
        </p>
      ) : null}
      {conflicts.length > 0 ? (
        <Part title={t('decide')}>
          <ul className="divide-y divide-hairline border-y border-hairline">
            {conflicts.map((conflict) => (
              <ConflictRow key={conflict.id} conflict={conflict} />
            ))}
          </ul>
        </Part>
      ) : null}
      {may('calendar.connect') ? <GooglePart page={data} /> : null}
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
