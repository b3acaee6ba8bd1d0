import type { TemplateKind } from '../../catalog/template-kinds';
import { templateOf } from '../../catalog/templates';
import { AppError } from '../../kernel/app-error';
import { addOffer } from '../add-offer';
import { changeSetup, type SetupEditor } from './change-setup';

/** Fills an empty business with a usual offer. Throws `conflict` where something was set up already. */
export function useTemplate(editor: SetupEditor, kind: TemplateKind): Promise<void> {
  return changeSetup(editor, async (tx, setup) => {
    const touched = setup.timetables.some((one) => one.hours.length > 0);
    if (setup.services.length > 0 || setup.resources.length > 0 || touched)
      throw new AppError(
        'conflict',
        'Something is set up here already. A template only fills an empty business.',
      );
    await addOffer(tx, editor.scope, templateOf(kind));
    const subject = { kind: 'business', id: editor.scope.businessId };
    return { value: undefined, audit: { action: 'business.template', subject, after: { template: kind } } };
  });
}
