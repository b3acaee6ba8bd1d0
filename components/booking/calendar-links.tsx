'use client';

import type { BookingDetail } from '../../lib/booking/desk/schema';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { useAct } from './use-booking';

const link =
  'inline-flex min-h-11 items-center underline decoration-hairline underline-offset-4 hover:decoration-current md:min-h-8';

/** The booking as a calendar file, and the end of the link to it that the customer was given. */
export const CalendarLinks = ({ booking: { id } }: { booking: BookingDetail }) => {
  const t = useText('bookings');
  const { business, may } = useStaff();
  const act = useAct(id);
  return (
    <p className="flex flex-wrap gap-x-4 text-sm">
      <a className={link} href={`/api/businesses/${business}/bookings/${id}/calendar`}>
        {t('addToCalendar')}
      </a>
      {may('booking.change') ? (
        <button
          type="button"
          className={`${link} text-left text-muted`}
          disabled={act.isPending}
          onClick={() => {
            act.mutate({ act: 'calendar-link' });
          }}
        >
          {t('endCalendarLink')}
        </button>
      ) : null}
    </p>
  );
};
