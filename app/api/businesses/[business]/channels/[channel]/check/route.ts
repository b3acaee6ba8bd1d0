import { channelParams } from '../../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { checkChannel } from '../../../../../../../lib/workflows/channels/check-channel';

export const POST = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Asks the provider how a WhatsApp number stands.',
    params: channelParams,
  },
  async ({ world, scope, params }) => {
    await checkChannel(world, scope, params.channel);
    return undefined;
  },
);
