import { threadParams, transcript, transcriptQuery } from '../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { loadTranscript } from '../../../../../../lib/workflows/load-transcript';

/** One chat with a page of its transcript. */
export const GET = staffRoute(
  {
    permission: 'chat.view',
    summary: 'Shows a chat: who it is, who handles it, and sixty messages before a position.',
    params: threadParams,
    query: transcriptQuery,
    answer: transcript,
  },
  ({ world, scope, params, query }) =>
    loadTranscript(world.database.prisma, scope, {
      threadId: params.thread,
      before: query.before,
      now: world.clock.now(),
    }),
);
