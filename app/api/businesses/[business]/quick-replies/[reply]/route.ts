import { quickReplyBody, quickReplyParams } from '../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { changeQuickReplies } from '../../../../../../lib/workflows/change-quick-replies';

/** New words for a quick reply. */
export const PUT = staffRoute(
  {
    permission: 'chat.reply',
    summary: 'Changes a quick reply.',
    params: quickReplyParams,
    body: quickReplyBody,
  },
  async ({ world, scope, actor, params, body }) => {
    await changeQuickReplies(world, scope, { actor, id: params.reply, input: body });
    return undefined;
  },
);

/** It is no longer needed. */
export const DELETE = staffRoute(
  { permission: 'chat.reply', summary: 'Removes a quick reply.', params: quickReplyParams },
  async ({ world, scope, actor, params }) => {
    await changeQuickReplies(world, scope, { actor, id: params.reply, input: null });
    return undefined;
  },
);
