'use client';

import { useEffect, useRef, useState } from 'react';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import type { Placed } from '../../lib/booking/schema';
import { wallClock } from '../../lib/i18n/wall-clock';
import { addDays } from '../../lib/scheduling/local-date';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import type { ShownDays } from './day-strip';
import { TellChoice, useNoticePreview } from './notice-preview';
import { PickTime, type Picked } from './pick-time';
import { PriceQuestion, usualPrice, type PriceChoice } from './price-choice';
import { useBookingWords } from './use-booking-words';
import { lengthOf, useReschedule } from './use-reschedule';

type Props = { booking: BookingDetail; onClose: () => void };

/** Days around the booking's own, none of them over. */
function daysAround(startsAt: string, zone: string, today: string): ShownDays {
  const own = wallClock(new Date(startsAt), zone).date;
  if (own <= today) return { from: today, on: today };
  const from = addDays(own, -3);
  return { from: from < today ? today : from, on: own };
}

/** Another time for a booking: first one that is free, then the question with what the customer will read. */
export const RescheduleDialog = ({ booking, onClose }: Props) => {
  const t = useText('bookings');
  const tf = useText('frame');
  const { zone } = useStaff();
  const { who } = useBookingWords();
  const today = wallClock(new Date(), zone).date;
  const [days, setDays] = useState(() => daysAround(booking.startsAt, zone, today));
  const [length, setLength] = useState<number | null>(null);
  const [resourceId, setResourceId] = useState(booking.resourceId);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [tell, setTell] = useState(true);
  const [price, setPrice] = useState<PriceChoice>('keep');
  const [refused, setRefused] = useState<Exclude<Placed, { outcome: 'done' }> | null>(null);
  const move = useReschedule(booking, onClose);
  const shown = useNoticePreview(
    booking.id,
    picked ? { kind: 'moved', ...picked.place } : { kind: 'confirmation' },
  ).data;
  const submit = ({ place }: Picked): void => {
    const notify = tell && shown?.how === 'message';
    move.mutate(
      { to: place, version: booking.version, notify, price },
      {
        onSuccess: (placed) => {
          if (placed.outcome === 'done') return;
          setRefused(placed);
          setPicked(null);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('rescheduleTitle', { name: who(booking) })}
      actions={
        picked ? (
          <>
            <Button
              onClick={() => {
                setPicked(null);
              }}
            >
              {t('otherTime')}
            </Button>
            <Button
              look="primary"
              busy={move.isPending}
              disabled={!shown}
              onClick={() => {
                submit(picked);
              }}
            >
              {t('actReschedule')}
            </Button>
          </>
        ) : (
          <Button onClick={onClose}>{tf('cancel')}</Button>
        )
      }
    >
      {picked ? (
        <div className="flex flex-col gap-3">
          <FromTo booking={booking} picked={picked} />
          <PriceQuestion
            was={booking.pricePaise}
            becomes={picked.pricePaise}
            choice={price}
            onChoose={setPrice}
          />
          <TellChoice shown={shown} tell={tell} onTell={setTell} />
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          {refused ? <Refused placed={refused} /> : null}
          <PickTime
            booking={booking}
            today={today}
            days={days}
            onDays={setDays}
            length={length}
            onLength={setLength}
            resourceId={resourceId}
            onResource={setResourceId}
            onPick={(next) => {
              setRefused(null);
              setPrice(usualPrice(next.place.durationMinutes === lengthOf(booking)));
              setPicked(next);
            }}
          />
        </div>
      )}
    </Dialog>
  );
};

/** From where to where. Focus comes here when a time is chosen. */
const FromTo = ({ booking, picked }: { booking: BookingDetail; picked: Picked }) => {
  const { when, local } = useBookingWords();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    line.current?.focus();
  }, []);
  const { place, resourceName } = picked;
  const endsAt = new Date(Date.parse(place.startsAt) + place.durationMinutes * 60_000).toISOString();
  return (
    <p ref={line} tabIndex={-1} className="text-sm outline-none">
      <span className="block text-muted line-through">
        {when(booking)} · {local(booking.resourceName)}
      </span>
      <span className="block text-base font-semibold">
        {when({ startsAt: place.startsAt, endsAt })} · {local(resourceName)}
      </span>
    </p>
  );
};

/** Somebody was faster: who took the time, or that the booking is no longer as it was. */
const Refused = ({ placed }: { placed: Exclude<Placed, { outcome: 'done' }> }) => {
  const t = useText('bookings');
  const { span } = useBookingWords();
  const clashes = placed.outcome === 'refused' ? placed.quote.clashes : [];
  return (
    <div role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm">
      <p className="font-semibold">{t(placed.outcome === 'refused' ? 'timeTaken' : 'changed')}</p>
      {clashes.map((clash) => (
        <p key={`${clash.startsAt}${clash.reference ?? ''}`}>
          {clash.name ?? t('nameless')} · {span(clash)}
        </p>
      ))}
    </div>
  );
};
