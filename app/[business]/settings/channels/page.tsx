import { channelView } from '../../../../lib/web/channel-view';
import { loadPermitted } from '../../../../lib/web/session';
import { world } from '../../../../lib/web/world';
import { loadChannels } from '../../../../lib/workflows/channels/load-channels';
import { NotPermitted } from '../../../../components/frame/not-permitted';
import { ChannelsView } from '../../../../components/settings/channels/channels-view';

/** The WhatsApp numbers of the business. */
export default async function ChannelsPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'channels.connect');
  if (!staff) return <NotPermitted />;
  return <ChannelsView first={await loadChannels(world(), staff.membership.scope, channelView())} />;
}
