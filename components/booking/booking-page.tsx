'use client';

import Link from 'next/link';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { BookingActions } from './booking-actions';
import { BookingDetails } from './booking-details';
import { useBooking } from './use-booking';

/** One booking on a page of its own. */
export const BookingPage = ({ initial }: { initial: BookingDetail }) => {
  const t = useText('bookings');
  const { business } = useStaff();
  const { data = initial } = useBooking(initial.id, initial);
  return (
    <>
      <PageHead
        title={data.reference}
        lead={
          <Link className="inline-block py-1 underline underline-offset-4" href={`/${business}/bookings`}>
            {t('title')}
          </Link>
        }
      >
        <BookingActions booking={data} />
      </PageHead>
      <div className="max-w-2xl px-4 pb-10 md:px-6">
        <BookingDetails booking={data} />
      </div>
    </>
  );
};
