'use client';

import Link from 'next/link';
import { useStaff } from '../frame/staff-context';
import { Drawer } from '../ui/dialog';
import { Empty, Skeleton } from '../ui/empty';
import { useText } from '../words';
import { BookingActions } from './booking-actions';
import { BookingDetails } from './booking-details';
import { useBooking } from './use-booking';

const close = (): void => {
  const params = new URLSearchParams(window.location.search);
  params.delete('booking');
  const query = params.toString();
  window.history.pushState(null, '', query ? `?${query}` : window.location.pathname);
};

/** One booking in the drawer; the address lets go of it when it is closed. */
export const OpenDrawer = ({ booking }: { booking: string }) => {
  const t = useText('bookings');
  const { business } = useStaff();
  const { data, isError } = useBooking(booking);
  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
      title={data?.reference ?? t('details')}
      lead={
        data ? (
          <Link className="underline underline-offset-4" href={`/${business}/bookings/${data.reference}`}>
            {t('openPage')}
          </Link>
        ) : null
      }
      actions={data ? <BookingActions booking={data} /> : null}
    >
      {data ? <BookingDetails booking={data} /> : isError ? <Empty title={t('missing')} /> : <Loading />}
    </Drawer>
  );
};

const Loading = () => (
  <div className="flex flex-col gap-3">
    <Skeleton className="h-5 w-32" />
    <Skeleton className="h-6 w-56" />
    <Skeleton className="h-6 w-40" />
    <Skeleton className="h-20 w-full" />
    <Skeleton className="h-20 w-full" />
  </div>
);
