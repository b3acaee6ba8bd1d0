import { chatList, chatListQuery } from '../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { listChats } from '../../../../../lib/workflows/list-chats';

/** The desk's list of chats. */
export const GET = staffRoute(
  {
    permission: 'chat.view',
    summary:
      'Lists chats: those that wait for staff first, then the newest; or those of the customers found.',
    query: chatListQuery,
    answer: chatList,
  },
  ({ world, scope, query }) => listChats(world.database.prisma, scope, query),
);
