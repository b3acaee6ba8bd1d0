import { channelParams, providerAnswer, testBody } from '../../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { sendTest } from '../../../../../../../lib/workflows/channels/ask-provider';

export const POST = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Sends Meta’s sample template to a phone.',
    params: channelParams,
    body: testBody,
    answer: providerAnswer,
  },
  ({ world, scope, actor, params, body }) =>
    sendTest({ world, scope, actor }, { channelId: params.channel, phone: body.phone }),
);
