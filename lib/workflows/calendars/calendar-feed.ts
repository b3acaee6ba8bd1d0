import { writeCalendar } from '../../calendars/ical';
import { agendaText } from '../../i18n/agenda-text';
import { inLanguage, type Language } from '../../kernel/local-text';
import { noteRead } from '../../mirrors/commands/feeds';
import { entryText } from '../../mirrors/entry-text';
import { findFeed, getTitles, listMirrored, listResources } from '../../mirrors/queries';
import type { Feed } from '../../mirrors/types';
import { findStaffUser, getBusiness } from '../../tenancy/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessProfile } from '../../tenancy/types';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';

const dayMs = 86_400_000;

/** What a feed reaches: long enough for what was cancelled to vanish from whoever reads it. */
const pastMs = 30 * dayMs;
const aheadMs = 180 * dayMs;

/** Of a feed's address: all that is secret in it. */
export const feedToken = (world: Pick<World, 'signLink'>, businessId: string, feedId: string): string =>
  world.signLink(['f', businessId, feedId]);

/** The bookings behind a feed's secret address as an iCalendar file; null where the address does not work (any more). */
export async function calendarFeed(world: World, secret: string, token: string): Promise<string | null> {
  const [kind, businessId, feedId] = readLinkToken(secret, token) ?? [];
  if (kind !== 'f' || !businessId || !feedId) return null;
  const scope = scopeOf(businessId);
  const { prisma } = world.database;
  const feed = await findFeed(prisma, scope, feedId);
  if (!feed) return null;
  const now = world.clock.now();
  const [business, titles, resources, user] = await Promise.all([
    getBusiness(prisma, scope),
    getTitles(prisma, scope),
    listResources(prisma, scope),
    feed.userId ? findStaffUser(prisma, feed.userId) : null,
  ]);
  const language = user?.language ?? business.defaultLanguage;
  const bookings = await listMirrored(prisma, scope, {
    from: new Date(now.getTime() - pastMs),
    to: new Date(now.getTime() + aheadMs),
    resourceId: feed.resourceId,
  });
  await noteRead(prisma, scope, { id: feed.id, now });
  return writeCalendar({
    name: nameOf(feed, { business, resources, language }),
    zone: business.zone,
    entries: bookings.map((booking) => {
      const url = bookingPage(world, business, booking.reference);
      const style = { titles, language, namesResource: feed.resourceId === null, pageUrl: url };
      return {
        ...booking,
        ...entryText(booking, style),
        place: inLanguage(business.address, language),
        url,
        cancelled: booking.status === 'cancelled',
      };
    }),
  });
}

/** Where staff see a booking; whoever is not signed in sees nothing there. */
export const bookingPage = (
  { publicUrl }: Pick<World, 'publicUrl'>,
  { slug }: Pick<BusinessProfile, 'slug'>,
  reference: string,
): string => `${publicUrl}/${slug}/bookings/${reference}`;

function nameOf(
  { resourceId }: Feed,
  of: {
    business: BusinessProfile;
    resources: Awaited<ReturnType<typeof listResources>>;
    language: Language;
  },
): string {
  const { language } = of;
  const business = inLanguage(of.business.name, language);
  const resource = of.resources.find(({ id }) => id === resourceId);
  return resource
    ? agendaText(language)('of', { name: inLanguage(resource.name, language), business })
    : business;
}
