import { channelsAttention } from '../../../../../../lib/tenancy/channels/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { countChannelAttention } from '../../../../../../lib/workflows/channels/load-channels';

export const GET = staffRoute(
  {
    permission: 'channels.connect',
    summary: 'How many things about the WhatsApp numbers want a person.',
    answer: channelsAttention,
  },
  ({ world, scope }) => countChannelAttention(world, scope),
);
