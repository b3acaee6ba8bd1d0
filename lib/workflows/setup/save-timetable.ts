import { replaceWeeklyHours } from '../../catalog/commands/replace-weekly-hours';
import { guardRevision } from '../../catalog/setup/revision';
import type { TimetableForm } from '../../catalog/setup/schema';
import { AppError } from '../../kernel/app-error';
import { changeSetup, type SetupEditor } from './change-setup';

/**
 * Writes the weekly hours of the business or of one resource anew. Bookings outside the new hours stay. Throws
 * `invalid`, `not-found`, and `conflict` when somebody else has changed them since they were read.
 */
export function saveTimetable(
  editor: SetupEditor,
  { resourceId, hours }: TimetableForm,
  revision: string,
): Promise<void> {
  return changeSetup(editor, async (tx, setup) => {
    const before = setup.timetables.find((one) => one.resourceId === resourceId);
    if (!before) throw new AppError('not-found', 'There is no such court or doctor.');
    guardRevision(before, revision);
    await replaceWeeklyHours(tx, editor.scope, resourceId, hours);
    const subject = { kind: 'hours', id: resourceId ?? editor.scope.businessId };
    return {
      value: undefined,
      audit: { action: 'hours.change', subject, before: { hours: before.hours }, after: { hours } },
    };
  });
}
