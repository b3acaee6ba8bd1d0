import { AppError } from '../../../../../../../../../lib/kernel/app-error';
import { messageParams } from '../../../../../../../../../lib/threads/schema';
import { fileAnswer } from '../../../../../../../../../lib/web/file-answer';
import { staffRoute } from '../../../../../../../../../lib/web/staff-route';
import { loadMedia } from '../../../../../../../../../lib/workflows/load-media';

/** The file of a customer's message, as the provider still has it. */
export const GET = staffRoute(
  {
    permission: 'chat.view',
    summary:
      'Gives the file of a customer’s message; 404 once the provider no longer keeps it, 409 while it cannot be fetched.',
    params: messageParams,
  },
  async ({ world, scope, params }) => {
    const outcome = await loadMedia(world, scope, { threadId: params.thread, messageId: params.message });
    if (outcome.ok) return fileAnswer(outcome.file);
    if (outcome.reason === 'unavailable')
      throw new AppError('conflict', 'WhatsApp does not give this file just now. Try again in a minute.');
    throw new AppError('not-found', 'There is no such file, or WhatsApp no longer keeps it.');
  },
);
