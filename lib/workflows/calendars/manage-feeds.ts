import { transaction } from '../../db/transaction';
import type { Tx } from '../../db/client';
import { AppError } from '../../kernel/app-error';
import { inLanguage } from '../../kernel/local-text';
import { publish } from '../../live/publish';
import { tellAgain } from '../../mirrors/commands/copies';
import { renewFeed, revokeFeed, setTitles } from '../../mirrors/commands/feeds';
import { getTitles, listFeeds, listResources } from '../../mirrors/queries';
import type { Titles } from '../../mirrors/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import type { World } from '../types';

export type CalendarEditor = {
  world: World;
  scope: BusinessScope;
  actor: StaffActor;
  /** The one calendar that a practitioner may touch; null for the others. */
  within: string | null;
  /** Whether they may give out a court's or doctor's calendar, or only their own. */
  leads: boolean;
};

/** Makes a feed's address anew: of a court or doctor, or (null) of whoever asks. The address before it ends. */
export function makeFeed(
  { world, scope, actor, within, leads }: CalendarEditor,
  resourceId: string | null,
): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const label = resourceId === null ? actor.name : await nameOf(tx, scope, resourceId);
    if (label === null || (resourceId !== null && within !== null && resourceId !== within))
      throw new AppError('not-found', 'There is no such court or doctor.');
    if (resourceId !== null && within === null && !leads)
      throw new AppError('forbidden', 'Your role does not allow this. Ask the owner.');
    const owner =
      resourceId === null
        ? ({ resourceId, userId: actor.userId } as const)
        : ({ resourceId, userId: null } as const);
    const id = await renewFeed(tx, scope, { owner, now });
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.feed',
      subject: { kind: 'calendar-feed', id, label },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** Ends a feed's address for good. Throws `not-found` for one that is not theirs to end. */
export function endFeed({ world, scope, actor, within, leads }: CalendarEditor, id: string): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const feed = (await listFeeds(tx, scope)).find((one) => one.id === id);
    const theirs =
      feed &&
      (feed.userId === actor.userId || (feed.resourceId !== null && (leads || feed.resourceId === within)));
    if (!theirs || !(await revokeFeed(tx, scope, { id, now })))
      throw new AppError('not-found', 'There is no such calendar address.');
    const label = feed.resourceId ? await nameOf(tx, scope, feed.resourceId) : actor.name;
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.feed-end',
      subject: { kind: 'calendar-feed', id, ...(label !== null && { label }) },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** Chooses how much of a person all other calendars of the business show. */
export function chooseTitles(
  { world, scope, actor }: Pick<CalendarEditor, 'world' | 'scope' | 'actor'>,
  titles: Titles,
): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const before = await getTitles(tx, scope);
    await setTitles(tx, scope, titles);
    // What is written in linked calendars says it anew.
    await tellAgain(tx, scope, 'everything');
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.titles',
      subject: { kind: 'business', id: scope.businessId },
      before: { titles: before },
      after: { titles },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

async function nameOf(tx: Tx, scope: BusinessScope, resourceId: string): Promise<string | null> {
  const found = (await listResources(tx, scope)).find(({ id }) => id === resourceId);
  return found ? inLanguage(found.name, 'en') : null;
}
