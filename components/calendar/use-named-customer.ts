'use client';

import { useOtherCustomer } from '../customers/use-customers';
import { useStaff } from '../frame/staff-context';
import type { Who } from './draft';

/**
 * The customer whom the address names, as the form of a new booking takes them; `isPending` while they are being read.
 * Somebody unknown, erased, or not for this role to see counts as nobody.
 */
export function useNamedCustomer(id: string | null): { who: Who | null; isPending: boolean } {
  const { may } = useStaff();
  const wanted = may('customer.view') ? id : null;
  const { data, isPending } = useOtherCustomer(wanted);
  const known = data && data.erasedAt === null ? data : null;
  return {
    isPending: wanted !== null && isPending,
    who: known && {
      kind: 'known',
      attendeeId: null,
      customer: {
        id: known.id,
        name: known.name ?? known.profileName,
        phone: known.phone,
        attendees: known.attendees,
      },
    },
  };
}
