import { AppError } from '../../../../../lib/kernel/app-error';
import { templatesPage, wordingBody } from '../../../../../lib/templates/schema';
import { staffRoute } from '../../../../../lib/web/staff-route';
import { loadTemplates } from '../../../../../lib/workflows/templates/load-templates';
import { wordTemplate } from '../../../../../lib/workflows/templates/word-template';

export const GET = staffRoute(
  {
    permission: 'template.view',
    summary: 'Shows the templates of each number, and how they stand at the provider.',
    answer: templatesPage,
  },
  ({ world, scope }) => loadTemplates(world, scope),
);

export const PUT = staffRoute(
  {
    permission: 'template.change',
    summary:
      'Writes down own words for a template, to be submitted; refused (400) with each rule they break.',
    body: wordingBody,
  },
  async ({ world, scope, actor, body }) => {
    const outcome = await wordTemplate(world, scope, { actor, ...body });
    if (outcome.ok) return undefined;
    const fields =
      outcome.reason === 'fixed'
        ? [{ path: 'purpose', message: 'fixed' }]
        : outcome.breaches.map(({ at, rule }) => ({ path: at, message: rule }));
    throw new AppError('invalid', 'These words would be refused.', fields);
  },
);
