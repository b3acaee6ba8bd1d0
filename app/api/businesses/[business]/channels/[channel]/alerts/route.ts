import { channelParams } from '../../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { seeChannelAlerts } from '../../../../../../../lib/workflows/channels/see-alerts';

export const DELETE = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Says that all that was said of a WhatsApp number has been seen.',
    params: channelParams,
  },
  async ({ world, scope, actor, params }) => {
    await seeChannelAlerts({ world, scope, actor }, params.channel);
    return undefined;
  },
);
