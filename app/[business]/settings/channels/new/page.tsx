import { channelView } from '../../../../../lib/web/channel-view';
import { loadPermitted } from '../../../../../lib/web/session';
import { world } from '../../../../../lib/web/world';
import { loadChannels } from '../../../../../lib/workflows/channels/load-channels';
import { NotPermitted } from '../../../../../components/frame/not-permitted';
import { NewChannel } from '../../../../../components/settings/channels/new-channel';

/** Connecting one more WhatsApp number. */
export default async function NewChannelPage({ params }: { params: Promise<{ business: string }> }) {
  const staff = await loadPermitted((await params).business, 'channels.connect');
  if (!staff) return <NotPermitted />;
  const { offered } = await loadChannels(world(), staff.membership.scope, channelView());
  return <NewChannel offered={offered} />;
}
