import { z } from 'zod';
import { seenSchema } from '../../../../../../../lib/catalog/setup/schema';
import { reminderFormSchema } from '../../../../../../../lib/reminders/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { saveReminders } from '../../../../../../../lib/workflows/setup/save-reminders';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes anew when customers of a service are reminded, and the quiet hours of the business.',
    params: z.object({ service: z.uuid() }),
    body: reminderFormSchema.extend(seenSchema.shape),
  },
  async ({ body, params, ...editor }) => {
    await saveReminders(editor, params.service, body);
    return undefined;
  },
);
