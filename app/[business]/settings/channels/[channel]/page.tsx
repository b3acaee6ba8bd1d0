import { notFound } from 'next/navigation';
import { AppError } from '../../../../../lib/kernel/app-error';
import { channelParams } from '../../../../../lib/tenancy/channels/schema';
import { channelView } from '../../../../../lib/web/channel-view';
import { loadPermitted } from '../../../../../lib/web/session';
import { world } from '../../../../../lib/web/world';
import { loadChannel } from '../../../../../lib/workflows/channels/load-channels';
import { NotPermitted } from '../../../../../components/frame/not-permitted';
import { ChannelView } from '../../../../../components/settings/channels/channel-view';

type Props = { params: Promise<{ business: string; channel: string }> };

/** One WhatsApp number: its connection and its health. */
export default async function ChannelPage({ params }: Props) {
  const { business, channel } = await params;
  const staff = await loadPermitted(business, 'channels.connect');
  if (!staff) return <NotPermitted />;
  const known = channelParams.safeParse({ channel });
  if (!known.success) notFound();
  const { scope } = staff.membership;
  const first = await loadChannel(world(), scope, known.data.channel, channelView()).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.code === 'not-found') notFound();
      throw error;
    },
  );
  return <ChannelView first={first} />;
}
