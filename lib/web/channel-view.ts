import { readEnv } from '../env';
import type { ChannelView } from '../workflows/channels/load-channels';

/** Whether this installation was told where an on-premises webapp is. */
export const channelView = (): ChannelView => ({ onpremises: readEnv().ONPREM_API_URL !== undefined });
