import { AppError } from '../../../../../../../lib/kernel/app-error';
import { replyBody, threadParams } from '../../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { replyAsStaff } from '../../../../../../../lib/workflows/reply-as-staff';

const whyNot = {
  'window-closed': 'More than 24 hours have passed since the customer last wrote.',
  blocked: 'The customer is blocked.',
  'opted-out': 'The customer wants no such messages.',
} as const;

/** Sends a staff member's reply. */
export const POST = staffRoute(
  {
    permission: 'chat.reply',
    summary:
      'Sends free text to the customer; refused (409) once 24 hours have passed since they last wrote.',
    params: threadParams,
    body: replyBody,
  },
  async ({ world, scope, actor, params, body }) => {
    const outcome = await replyAsStaff(world, scope, { actor, threadId: params.thread, ...body });
    if (outcome.ok) return undefined;
    if (outcome.reason === 'not-found') throw new AppError('not-found', 'There is no such chat.');
    throw new AppError('conflict', whyNot[outcome.reason], [{ path: 'text', message: outcome.reason }]);
  },
);
