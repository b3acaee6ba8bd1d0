import { quickReplies, quickReplyBody } from '../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { changeQuickReplies } from '../../../../../lib/workflows/change-quick-replies';
import { loadQuickReplies } from '../../../../../lib/workflows/load-quick-replies';

/** The texts that staff send often. */
export const GET = staffRoute(
  { permission: 'chat.view', summary: 'Lists the quick replies.', answer: quickReplies },
  ({ world, scope }) => loadQuickReplies(world.database.prisma, scope),
);

/** A new one. */
export const POST = staffRoute(
  { permission: 'chat.reply', summary: 'Adds a quick reply.', body: quickReplyBody },
  async ({ world, scope, actor, body }) => {
    await changeQuickReplies(world, scope, { actor, id: null, input: body });
    return undefined;
  },
);
