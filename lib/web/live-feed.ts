import { LiveFeed } from '../live/feed';
import { world } from './world';

const holder = globalThis as typeof globalThis & { neramLiveFeed?: LiveFeed };

/** The one feed of this web process, opened with the first listener. */
export const liveFeed = (): LiveFeed =>
  (holder.neramLiveFeed ??= new LiveFeed(world().directUrl, world().log));
