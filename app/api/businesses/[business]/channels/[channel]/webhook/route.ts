import { channelParams, providerAnswer } from '../../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { setChannelWebhook } from '../../../../../../../lib/workflows/channels/ask-provider';

export const POST = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Has the provider bring events of a WhatsApp number to this installation.',
    params: channelParams,
    answer: providerAnswer,
  },
  ({ world, scope, actor, params }) => setChannelWebhook({ world, scope, actor }, params.channel),
);
