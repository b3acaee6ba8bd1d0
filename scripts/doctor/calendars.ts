import { listLinks } from '../../lib/mirrors/links/queries';
import type { LinkState } from '../../lib/mirrors/types';
import { listBusinesses } from '../../lib/tenancy/queries';
import { scopeOf } from '../../lib/tenancy/scope';
import type { World } from '../../lib/workflows/types';
import { well, wrong, type Finding } from './finding';

const mends: Record<Exclude<LinkState, 'active'>, string> = {
  quota: 'Nothing: it goes on by itself. If it stays, ask Google for a larger quota.',
  unreachable: 'Check that this machine reaches www.googleapis.com; it is tried again by itself.',
  'no-access': 'In Google Calendar, share it with “Make changes to events”.',
  'not-found': 'Share it again, or link another: Settings, Calendars.',
  revoked: 'Connect the account again: Settings, Calendars.',
  clock: 'Set this machine’s clock: timedatectl set-ntp true',
};

/** Each outside calendar that is linked, as the worker last found it. */
export async function checkCalendars({ database }: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { id, slug } of await listBusinesses(database.prisma))
    for (const { calendarName, state, stateSince, writtenAt } of await listLinks(
      database.prisma,
      scopeOf(id),
    )) {
      const what = `Calendar ${calendarName} of ${slug}`;
      findings.push(
        state === 'active'
          ? well(what, writtenAt ? `up to date at ${writtenAt.toISOString()}` : 'being set up')
          : wrong(what, `${state} since ${stateSince.toISOString()}`, mends[state]),
      );
    }
  return findings;
}
