import { ChannelFailure, type FetchedMedia } from '../channels/types';
import type { BusinessScope } from '../tenancy/types';
import { findMedia } from '../threads/queries';
import { knownChannel } from './known-channel';
import type { World } from './types';

export type MediaOutcome =
  | { ok: true; file: FetchedMedia & { name: string } }
  | { ok: false; reason: 'not-found' | 'gone' | 'unavailable' };

/**
 * The file of a customer's message, fetched from the provider that brought it: nothing of it is kept here. Fails with
 * `not-found` for no message with a file in this chat, `gone` where the provider no longer keeps it (after days, or since
 * the number has moved) or it is too large, `unavailable` where the provider does not answer or refuses us just now.
 */
export async function loadMedia(
  world: World,
  scope: BusinessScope,
  of: { threadId: string; messageId: string },
): Promise<MediaOutcome> {
  const found = await findMedia(world.database.prisma, scope, of);
  if (!found) return { ok: false, reason: 'not-found' };
  const channel = await knownChannel(world, scope, found.channelId);
  try {
    const file = await world
      .adapterOf(channel.provider)
      .fetchMedia(world.connectionOf(channel), found.content.mediaId);
    return { ok: true, file: { ...file, name: `${found.content.media}-${of.messageId.slice(-6)}` } };
  } catch (error) {
    if (!(error instanceof ChannelFailure)) throw error;
    return { ok: false, reason: error.kind === 'rejected' ? 'gone' : 'unavailable' };
  }
}
