import { z } from 'zod';
import { reminderPreview } from '../../../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { previewReminders } from '../../../../../../../../lib/workflows/setup/preview-reminders';

export const GET = staffRoute(
  {
    permission: 'setup.view',
    summary:
      'What customers of a service read before and after a visit, in each language, and what it costs.',
    params: z.object({ service: z.uuid() }),
    answer: reminderPreview,
  },
  ({ params, scope, world }) => previewReminders(world, scope, params.service),
);
