'use client';

import { Check, CircleDot, Clock3, IndianRupee, Repeat, ThumbsUp, UserX, X } from 'lucide-react';
import type { CalendarBooking } from '../../lib/booking/schema';
import { useText } from '../words';
import { Countdown } from './countdown';
import { lookOf } from './look';

const icon = 'size-3.5 shrink-0';

/** The shape that tells a booking's state beside its colour. */
export const StateMark = ({ booking }: { booking: CalendarBooking }) => {
  const t = useText('calendar');
  const counts = booking.holdUntil ? <Countdown until={booking.holdUntil} /> : null;
  switch (lookOf(booking)) {
    case 'held':
      return (
        <span className="flex shrink-0 items-center gap-1 text-xs text-state-held">
          <Clock3 aria-hidden className={icon} />
          {counts}
        </span>
      );
    case 'payment':
      return (
        <span className="flex shrink-0 items-center gap-1 text-xs text-state-payment">
          <IndianRupee aria-hidden className={icon} />
          {counts}
        </span>
      );
    case 'confirmed':
      return booking.over ? (
        <span className="shrink-0 text-xs font-semibold text-state-override">{t('over')}</span>
      ) : booking.coming ? (
        <ThumbsUp aria-hidden className={`${icon} text-accent`} />
      ) : booking.seriesId ? (
        <Repeat aria-hidden className={`${icon} text-muted`} />
      ) : null;
    case 'checked-in':
      return <CircleDot aria-hidden className={`${icon} text-state-checked-in`} />;
    case 'completed':
      return <Check aria-hidden className={`${icon} text-state-completed`} />;
    case 'no-show':
      return <UserX aria-hidden className={`${icon} text-state-no-show`} />;
    case 'cancelled':
      return <X aria-hidden className={`${icon} text-state-cancelled`} />;
  }
};
