import type { Database } from '../db/client';
import { newId } from '../db/new-id';
import type { ChannelId } from '../kernel/ids';
import { scopeOf } from '../tenancy/scope';
import type { BusinessScope } from '../tenancy/types';

/** The smallest business with one channel, for tests of what hangs on them. */
export async function makeBusiness(
  database: Database,
): Promise<{ scope: BusinessScope; channelId: ChannelId }> {
  const scope = scopeOf(newId());
  const channelId = newId<ChannelId>();
  const slug = `b-${scope.businessId}`;
  await database.prisma.business.create({
    data: {
      id: scope.businessId,
      slug,
      name: { en: 'Test' },
      address: { en: 'Chennai' },
      zone: 'Asia/Kolkata',
    },
  });
  await database.prisma.channel.create({
    data: {
      businessId: scope.businessId,
      id: channelId,
      provider: 'cloud-api',
      key: slug,
      phoneNumberId: '1',
      credentials: 'none',
    },
  });
  return { scope, channelId };
}
