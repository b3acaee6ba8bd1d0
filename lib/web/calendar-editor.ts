import { may } from '../kernel/roles';
import type { Membership } from '../tenancy/types';

/** What of the calendars' settings a member reaches: a practitioner their own, leads all, others only what is theirs. */
export const calendarViewer = ({
  role,
  resourceId,
}: Membership): { within: string | null; leads: boolean } => ({
  within: resourceId,
  leads: may(role, 'setup.change'),
});
