import { getTitles, listFeeds, listResources } from '../../mirrors/queries';
import type { CalendarsPage, ShownFeed } from '../../mirrors/schema';
import type { Feed } from '../../mirrors/types';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { feedToken } from './calendar-feed';
import { loadGoogle } from './load-google';

export type CalendarViewer = {
  userId: string;
  /** The one calendar that a practitioner may see; null for the others. */
  within: string | null;
  /** Whether they are shown the addresses of courts and doctors. */
  leads: boolean;
};

/** Settings → Calendars as this member may see it. */
export async function loadCalendars(
  world: World,
  scope: BusinessScope,
  viewer: CalendarViewer,
): Promise<CalendarsPage> {
  const { userId, within, leads } = viewer;
  const { prisma } = world.database;
  const [titles, feeds, resources] = await Promise.all([
    getTitles(prisma, scope),
    listFeeds(prisma, scope),
    listResources(prisma, scope),
  ]);
  const shown = (feed: Feed | undefined): ShownFeed | null =>
    feed
      ? {
          id: feed.id,
          address: `${world.publicUrl}/ical/${feedToken(world, scope.businessId, feed.id)}.ics`,
          createdAt: feed.createdAt.toISOString(),
          readAt: feed.readAt?.toISOString() ?? null,
        }
      : null;
  return {
    titles,
    own: shown(feeds.find((feed) => feed.userId === userId)),
    resources: resources
      .filter(({ id }) => (within === null ? leads : id === within))
      .map((resource) => ({
        ...resource,
        feed: shown(feeds.find((feed) => feed.resourceId === resource.id)),
      })),
    google: await loadGoogle(world, scope, viewer),
  };
}
