import type pg from 'pg';
import type { LinkState } from '../../lib/mirrors/types';
import { well, wrong, type Finding } from './finding';

type Row = { slug: string; name: string; state: LinkState; writtenAt: Date | null };

/** What is wrong in each state, and how it is mended. */
const troubles: Readonly<Record<Exclude<LinkState, 'active'>, readonly [found: string, mend: string]>> = {
  quota: ['Google wants fewer calls', 'Wait: it goes on by itself.'],
  unreachable: ['Google does not answer', 'Check the network and GOOGLE_API_URL.'],
  'no-access': [
    'we may not write to it',
    'Share it with our address again, with the right to change events.',
  ],
  'not-found': ['it is not there any more', 'End the link, or link another calendar: Settings, Calendars.'],
  revoked: ['its account was withdrawn', 'Connect the account again: Settings, Calendars.'],
  clock: ['Google says that this machine’s clock is wrong', 'Turn on time synchronisation.'],
};

/** How each linked outside calendar stood when a worker last looked. */
export async function checkCalendars(client: pg.Client): Promise<Finding[]> {
  const { rows } = await client.query<Row>(
    `SELECT b.slug, l.calendar_name AS name, l.state, l.written_at AS "writtenAt"
     FROM calendar_link l JOIN business b ON b.id = l.business_id WHERE l.ended_at IS NULL ORDER BY b.slug, l.id`,
  );
  return rows.map(({ slug, name, state, writtenAt }) => {
    const what = `Calendar ${name} of ${slug}`;
    if (state !== 'active') return wrong(what, ...troubles[state]);
    return well(
      what,
      writtenAt ? `told of all bookings at ${writtenAt.toISOString()}` : 'linked, not written yet',
    );
  });
}
