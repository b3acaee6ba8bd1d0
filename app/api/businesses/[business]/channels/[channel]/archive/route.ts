import { archiveBody, channelParams } from '../../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { archiveChannel } from '../../../../../../../lib/workflows/channels/archive-channel';

export const PUT = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'Takes a WhatsApp number out of use, or back into it.',
    params: channelParams,
    body: archiveBody,
  },
  async ({ world, scope, actor, params, body }) => {
    await archiveChannel({ world, scope, actor }, { channelId: params.channel, archived: body.archived });
    return undefined;
  },
);
