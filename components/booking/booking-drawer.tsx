'use client';

import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';

// Most pages open without a booking: they need not wait for what shows one.
const OpenDrawer = dynamic(() => import('./open-drawer').then((module) => module.OpenDrawer), { ssr: false });

/** The booking that the address names by `?booking=<id>`, beside whatever page is open. */
export const BookingDrawer = () => {
  const booking = useSearchParams().get('booking');
  return booking ? <OpenDrawer key={booking} booking={booking} /> : null;
};
