import type { TemplateCategory, TemplateStatus } from '../../messaging/template-definition';

/**
 * Meta's states and events of a template, as far as they decide whether it may be sent. FLAGGED ones may still be.
 * Source: Meta, template management; message_template_status_update (reference 2.7 and 6.4).
 */
const statuses = new Map<string, TemplateStatus>([
  ['APPROVED', 'approved'],
  ['REINSTATED', 'approved'],
  ['FLAGGED', 'approved'],
  ['UNARCHIVED', 'approved'],
  ['PENDING', 'pending'],
  ['SUBMITTED', 'pending'],
  ['IN_APPEAL', 'pending'],
  ['REJECTED', 'rejected'],
  ['FAILED', 'rejected'],
  ['LIMIT_EXCEEDED', 'rejected'],
  ['PAUSED', 'paused'],
  ['DISABLED', 'disabled'],
  ['LOCKED', 'disabled'],
  ['ARCHIVED', 'disabled'],
  ['PENDING_DELETION', 'deleted'],
  ['DELETED', 'deleted'],
]);

/** A state that Meta has added since is `unknown`, and such a template is not sent. */
export const templateStatusOf = (status: string | undefined): TemplateStatus =>
  statuses.get(status?.toUpperCase() ?? '') ?? 'unknown';

const categories = new Map<string, TemplateCategory>([
  ['UTILITY', 'utility'],
  ['MARKETING', 'marketing'],
  ['AUTHENTICATION', 'authentication'],
]);

/** Null for a category that we do not know. */
export const templateCategoryOf = (category: string | undefined): TemplateCategory | null =>
  categories.get(category?.toUpperCase() ?? '') ?? null;

/** Webhooks write `en-US` where a template's own code is `en_US`. */
export const templateLanguageOf = (language: string): string => language.replace('-', '_');

/** NONE is Meta's word for no reason. */
export const templateReasonOf = (reason: string | null | undefined): string | null =>
  reason === undefined || reason === null || reason === '' || reason === 'NONE' ? null : reason;
