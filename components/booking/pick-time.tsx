'use client';

import type { BookingDetail, MoveTimes } from '../../lib/booking/desk/schema';
import type { LocalText } from '../../lib/kernel/local-text';
import { formatDuration } from '../../lib/i18n/format-time';
import { Button } from '../ui/button';
import { cn } from '../ui/class-names';
import { Empty, Skeleton } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { DayStrip, type ShownDays } from './day-strip';
import { SlotGrid } from './slot-grid';
import { useBookingWords } from './use-booking-words';
import { lengthOf, useMoveTimes, type Place } from './use-reschedule';

export type Picked = { place: Place; resourceName: LocalText; pricePaise: number };

type Props = {
  booking: BookingDetail;
  today: string;
  days: ShownDays;
  onDays: (days: ShownDays) => void;
  /** Null: as long as it is. */
  length: number | null;
  onLength: (length: number) => void;
  resourceId: string;
  onResource: (resourceId: string) => void;
  onPick: (picked: Picked) => void;
};

/** The free times around a booking: a day, a length, a court or doctor, and the times as buttons. */
export const PickTime = (props: Props) => {
  const { booking, today, days, onDays, length, onLength, resourceId, onResource, onPick } = props;
  const t = useText('bookings');
  const tf = useText('frame');
  const language = useLanguage();
  const times = useMoveTimes(booking.id, { ...days, ...(length !== null && { durationMinutes: length }) });
  const { data } = times;
  const own = {
    resourceId: booking.resourceId,
    startsAt: booking.startsAt,
    durationMinutes: lengthOf(booking),
  };
  const resource = data?.resources.find(({ id }) => id === resourceId);
  return (
    <>
      <DayStrip shown={days} today={today} days={data?.days} onShow={onDays} />
      {data && data.lengths.length > 1 ? (
        <SelectField
          label={t('length')}
          value={length ?? own.durationMinutes}
          onChange={(event) => {
            onLength(Number(event.target.value));
          }}
        >
          {data.lengths.map((minutes) => (
            <option key={minutes} value={minutes}>
              {formatDuration(language, minutes)}
            </option>
          ))}
        </SelectField>
      ) : null}
      {data && data.resources.length > 1 ? (
        <Resources resources={data.resources} chosen={resourceId} onChoose={onResource} />
      ) : null}
      <div aria-busy={times.isFetching} className={cn('min-h-48', times.isPlaceholderData && 'opacity-60')}>
        {times.isPending ? <Skeleton className="h-48 w-full" /> : null}
        {times.isError ? (
          <Empty title={t('timesFailed')}>
            <Button onClick={() => void times.refetch()}>{tf('again')}</Button>
          </Empty>
        ) : null}
        {data && resource && resource.slots.length > 0 ? (
          <SlotGrid
            resourceId={resource.id}
            slots={resource.slots}
            own={own}
            pricePaise={booking.pricePaise}
            onPick={({ startsAt, durationMinutes, pricePaise }) => {
              const place = { resourceId: resource.id, startsAt, durationMinutes };
              onPick({ place, resourceName: resource.name, pricePaise });
            }}
          />
        ) : null}
        {data && !resource?.slots.length ? <NothingFree data={data} /> : null}
      </div>
    </>
  );
};

type ResourcesProps = {
  resources: MoveTimes['resources'];
  chosen: string;
  onChoose: (resourceId: string) => void;
};

/** Who else could take it, with how much they have free that day. */
const Resources = ({ resources, chosen, onChoose }: ResourcesProps) => {
  const t = useText('bookings');
  const { local } = useBookingWords();
  return (
    <div role="group" aria-label={t('resource')} className="flex flex-wrap gap-2">
      {resources.map(({ id, name, slots }) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          onClick={() => {
            onChoose(id);
          }}
          className={cn(
            'min-h-11 rounded border border-hairline px-3 text-left text-sm hover:bg-surface-sunken md:min-h-9',
            id === chosen && 'border-accent bg-accent-soft font-semibold',
          )}
        >
          {local(name)} <span className="font-normal text-muted">{slots.length}</span>
          <span className="sr-only"> {t('freeCount', { count: slots.length })}</span>
        </button>
      ))}
    </div>
  );
};

/** Why there is nothing to choose, and who else has something. */
const NothingFree = ({ data }: { data: MoveTimes }) => {
  const t = useText('bookings');
  const { local } = useBookingWords();
  const { closed } = data;
  const reason = closed?.reason ? local(closed.reason) : '';
  return (
    <Empty
      title={t('noTimes')}
      hint={
        closed
          ? closed.kind === 'closure'
            ? t('closed-closure', { reason })
            : t(`closed-${closed.kind}`)
          : t('othersFree')
      }
    />
  );
};
