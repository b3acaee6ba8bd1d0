import { seenBody, threadParams } from '../../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { markChatSeen } from '../../../../../../../lib/workflows/hand-over-chat';

/** Marks a chat as read by staff up to a position. */
export const POST = staffRoute(
  {
    permission: 'chat.view',
    summary: 'Marks the messages before a position as seen by staff.',
    params: threadParams,
    body: seenBody,
  },
  async ({ world, scope, params, body }) => {
    await markChatSeen(world, scope, { threadId: params.thread, position: body.position });
    return undefined;
  },
);
