import { channelDetail, channelForm, channelParams } from '../../../../../../lib/tenancy/channels/schema';
import { channelView } from '../../../../../../lib/web/channel-view';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { renewNumber } from '../../../../../../lib/workflows/channels/connect-channel';
import { loadChannel } from '../../../../../../lib/workflows/channels/load-channels';

export const GET = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'One WhatsApp number with its connection and its health.',
    params: channelParams,
    answer: channelDetail,
  },
  ({ world, scope, params }) => loadChannel(world, scope, params.channel, channelView()),
);

export const PUT = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'New keys for a WhatsApp number; at another provider the number moves there.',
    params: channelParams,
    body: channelForm,
  },
  async ({ world, scope, actor, params, body }) => {
    await renewNumber({ world, scope, actor }, params.channel, body);
    return undefined;
  },
);
