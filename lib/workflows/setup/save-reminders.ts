import { replaceReminderRules } from '../../catalog/commands/replace-reminder-rules';
import { setQuietHours } from '../../catalog/commands/set-quiet-hours';
import { guardRevision } from '../../catalog/setup/revision';
import { addJob } from '../../db/add-job';
import { AppError } from '../../kernel/app-error';
import type { ReminderForm } from '../../reminders/schema';
import { changeSetup, type SetupEditor } from './change-setup';

/**
 * Writes when customers of a service are reminded, and the hours in which nobody of the business is. What was planned by
 * the old rules is planned anew right after. Throws `invalid`, `not-found`, `conflict`.
 */
export function saveReminders(
  editor: SetupEditor,
  serviceId: string,
  { rules, quiet, revision }: ReminderForm & { revision: string },
): Promise<void> {
  const { world, scope } = editor;
  return changeSetup(editor, async (tx, setup) => {
    const before = setup.reminders.find((one) => one.serviceId === serviceId);
    if (!before) throw new AppError('not-found', 'There is no such service.');
    guardRevision(before, revision);
    await replaceReminderRules(tx, scope, { serviceId, rules, now: world.clock.now() });
    const silence = (of: ReminderForm['quiet']): string => JSON.stringify(of && [of.from, of.to]);
    const quietChanged = silence(before.quiet) !== silence(quiet);
    if (quietChanged) await setQuietHours(tx, scope, quiet);
    await addJob(tx, 'replan-reminders', {
      businessId: scope.businessId,
      serviceId: quietChanged ? null : serviceId,
    });
    return {
      value: undefined,
      audit: {
        action: 'reminders.change',
        subject: { kind: 'service', id: serviceId },
        before: { rules: before.rules, quiet: before.quiet },
        after: { rules, quiet },
      },
    };
  });
}
