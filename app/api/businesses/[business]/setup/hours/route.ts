import { seenSchema, timetableFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { saveTimetable } from '../../../../../../lib/workflows/setup/save-timetable';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Writes the weekly hours of the business, or of one court or doctor, anew.',
    body: timetableFormSchema.extend(seenSchema.shape),
  },
  async ({ body: { revision, ...form }, ...editor }) => {
    await saveTimetable(editor, form, revision);
    return undefined;
  },
);
