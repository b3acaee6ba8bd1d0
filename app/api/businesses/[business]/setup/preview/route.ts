import { z } from 'zod';
import { previewFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { byLanguage } from '../../../../../../lib/kernel/local-text';
import { shownContent } from '../../../../../../lib/threads/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { previewChat } from '../../../../../../lib/workflows/setup/preview-chat';

export const POST = staffRoute(
  {
    permission: 'setup.view',
    summary: 'What customers will read in WhatsApp once a form of setup is saved. Stores nothing.',
    body: previewFormSchema,
    answer: z.object(byLanguage(() => z.array(shownContent))),
  },
  ({ body, scope, world }) =>
    previewChat(world.database.prisma, scope, { draft: body, now: world.clock.now() }),
);
