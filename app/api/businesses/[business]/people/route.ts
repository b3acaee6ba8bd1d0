import { people } from '../../../../../lib/tenancy/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadPeople } from '../../../../../lib/workflows/manage-people';

/** Who works here. */
export const GET = staffRoute(
  { permission: 'people.view', summary: 'Lists members, open invitations and calendars.', answer: people },
  ({ world, scope, user }) => loadPeople(world, scope, user.id),
);
