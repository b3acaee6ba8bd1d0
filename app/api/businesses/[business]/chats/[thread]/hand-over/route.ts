import { handOverBody, threadParams } from '../../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { handOverChat } from '../../../../../../../lib/workflows/hand-over-chat';

/** Gives a chat to staff or back to the bot. */
export const POST = staffRoute(
  {
    permission: 'chat.reply',
    summary: 'Takes a chat over from the bot, or hands it back, which settles what was flagged.',
    params: threadParams,
    body: handOverBody,
  },
  async ({ world, scope, actor, params, body }) => {
    await handOverChat(world, scope, { actor, threadId: params.thread, to: body.to });
    return undefined;
  },
);
