import type { CalendarRefusal } from '../../calendars/types';
import { newId } from '../../db/new-id';
import { transaction } from '../../db/transaction';
import { ok, type Result } from '../../kernel/result';
import { publish } from '../../live/publish';
import { claimLink, noteWatch, releaseLink, stopLinksOf } from '../../mirrors/commands/links';
import { findAccount, type FoundLink } from '../../mirrors/links/queries';
import { afterFault, lookAgainMs } from '../../mirrors/links/state';
import { getTitles } from '../../mirrors/queries';
import type { CalendarLink } from '../../mirrors/types';
import { getBusiness } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { readChanges, settleBusy } from './read-changes';
import { writeChanges, type Look } from './write-changes';

/** Where Google tells of changes. */
export const noticePath = '/api/calendars/google/changes';

/** One that is slow to answer keeps not all others waiting. */
const sideBySide = 4;

/** A channel is renewed so long before it ends. */
const renewMs = 86_400_000;

/**
 * Looks at every linked calendar that is due: tells it what has changed of bookings, reads what has changed in it. Any
 * number of workers may do it at once; each calendar is in the hands of one. A failure there never touches what is booked
 * or what is free here: it only shows how the calendar stands (P08).
 */
export async function syncCalendars(world: World): Promise<void> {
  // Mostly nothing is due, which one question tells.
  const first = await claim(world);
  if (!first) return;
  await Promise.all(
    Array.from({ length: sideBySide }, (_, lane) => lookAtAll(world, lane === 0 ? first : null)),
  );
}

const claim = (world: World): Promise<FoundLink | null> =>
  claimLink(world.database.prisma, world.clock.now());

async function lookAtAll(world: World, claimed: FoundLink | null): Promise<void> {
  for (let found = claimed ?? (await claim(world)); found; found = await claim(world))
    await lookAt(world, found);
}

async function lookAt(world: World, { businessId, link }: FoundLink): Promise<void> {
  const scope = scopeOf(businessId);
  const { prisma } = world.database;
  const account = await findAccount(prisma, scope, link.accountId);
  if (!account) throw new Error(`Calendar link ${link.id} has no account.`);
  const [business, titles] = await Promise.all([getBusiness(prisma, scope), getTitles(prisma, scope)]);
  const look = { world, scope, link, business, titles, calendar: world.calendars.of(account) };
  const done = await exchange(look);
  const now = world.clock.now();
  if (done.ok) await goOn(look, done.value, now);
  else await pause(look, done, now);
}

/** Writes first: what is booked here must be there before what is there is judged. */
async function exchange(look: Look): Promise<Result<{ more: boolean }, CalendarRefusal>> {
  const { world, link } = look;
  const written = await writeChanges(look);
  if (!written.ok) return written;
  // A cancelled or moved booking may leave time to an outside event that lies there.
  if (written.value.written > 0) await transaction(world.database, (tx) => settleBusy(tx, look));
  if (written.value.more) return written;
  if (link.readDueAt <= world.clock.now()) {
    const read = await readChanges(look);
    if (!read.ok) return read;
  }
  await watchAgain(look);
  return ok({ more: false });
}

/** Has changes told, where we can be reached from outside. Where it fails, looking every minute is enough. */
async function watchAgain({ world, scope, link, calendar }: Look): Promise<void> {
  const now = world.clock.now();
  if (!world.publicUrl.startsWith('https:')) return;
  if (link.watchUntil !== null && link.watchUntil.getTime() > now.getTime() + renewMs) return;
  const id = newId();
  const made = await calendar.watch(link.calendarId, {
    id,
    address: `${world.publicUrl}${noticePath}`,
    token: world.signLink(['g', scope.businessId, link.id, id]),
  });
  if (!made.ok) {
    world.log.warn(
      { link: link.id, detail: made.detail },
      'an outside calendar will not tell of its changes',
    );
    return;
  }
  await noteWatch(world.database.prisma, scope, {
    id: link.id,
    watchId: id,
    watchResource: made.value.resourceId,
    watchUntil: made.value.until,
  });
  if (link.watchId && link.watchResource)
    await calendar.unwatch({ id: link.watchId, resourceId: link.watchResource });
}

async function goOn({ world, scope, link }: Look, { more }: { more: boolean }, now: Date): Promise<void> {
  const changed = link.state !== 'active';
  await release(world, scope, changed, {
    id: link.id,
    state: 'active',
    failures: 0,
    lookAt: more ? now : new Date(now.getTime() + lookAgainMs),
    ...(changed && { stateSince: now }),
    ...(!more && { writtenAt: now }),
  });
}

async function pause({ world, scope, link }: Look, refusal: CalendarRefusal, now: Date): Promise<void> {
  const { reason, detail, retryAfterMs } = refusal;
  const { state, failures, pauseMs } = afterFault(link, reason, { random: world.random(), retryAfterMs });
  const changed = link.state !== state;
  if (changed)
    world.log.warn({ link: link.id, state, detail }, 'an outside calendar does not answer as it should');
  await release(world, scope, changed, {
    id: link.id,
    state,
    failures,
    lookAt: pauseMs === null ? null : new Date(now.getTime() + pauseMs),
    readDueAt: now,
    ...(changed && { stateSince: now }),
  });
  // Its other calendars go by the same dead connection.
  if (state === 'revoked')
    await stopLinksOf(world.database.prisma, scope, { accountId: link.accountId, now });
}

async function release(
  world: World,
  scope: BusinessScope,
  shows: boolean,
  after: Parameters<typeof releaseLink>[2] & Pick<CalendarLink, 'id'>,
): Promise<void> {
  await transaction(world.database, async (tx) => {
    await releaseLink(tx, scope, after);
    if (shows) await publish(tx, scope, { kind: 'setup' });
  });
}
