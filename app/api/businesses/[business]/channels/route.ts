import { channelForm, channelsPage, connectedAnswer } from '../../../../../lib/tenancy/channels/schema';
import { channelView } from '../../../../../lib/web/channel-view';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { connectNumber } from '../../../../../lib/workflows/channels/connect-channel';
import { loadChannels } from '../../../../../lib/workflows/channels/load-channels';

export const GET = staffRoute(
  { permission: 'channels.connect', summary: 'The WhatsApp numbers of the business.', answer: channelsPage },
  ({ world, scope }) => loadChannels(world, scope, channelView()),
);

export const POST = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Connects a WhatsApp number by its keys, and asks the provider how it stands.',
    body: channelForm,
    answer: connectedAnswer,
  },
  ({ world, scope, actor, body }) => connectNumber({ world, scope, actor }, body),
);
