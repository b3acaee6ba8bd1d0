import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadPeople } from '../../../../lib/workflows/manage-people';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { PeopleView } from '../../../../components/settings/people-view';

/** Who works here. */
export default async function PeoplePage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'people.view');
  if (!staff) return <NotPermitted />;
  return <PeopleView first={await loadPeople(world(), staff.membership.scope, staff.user.id)} />;
}
