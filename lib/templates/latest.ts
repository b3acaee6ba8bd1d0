import type { Language } from '../kernel/local-text';
import type { TemplatePurpose } from '../messaging/template-set/types';
import type { StoredTemplate } from './types';

/** A wording's number: `booking_reminder` is the first, `booking_reminder_v3` the third. */
export const versionOf = (name: string): number => Number(/_v(\d+)$/.exec(name)?.[1] ?? 1);

/** A template's name for its provider. */
export const nameOf = (purpose: TemplatePurpose, version: number): string =>
  version <= 1 ? purpose : `${purpose}_v${String(version)}`;

/** The newest of some templates; null of none. */
export const newest = (templates: readonly StoredTemplate[]): StoredTemplate | null =>
  [...templates].sort((a, b) => versionOf(b.name) - versionOf(a.name))[0] ?? null;

/**
 * The templates that may be sent for a purpose, best first: in the wanted language before the other, and of each the newest
 * wording. A wording that is still being looked at leaves the one before it in use.
 */
export function sendable(
  templates: readonly StoredTemplate[],
  purpose: TemplatePurpose,
  language: Language,
): StoredTemplate[] {
  return templates
    .filter((one) => one.purpose === purpose && one.status === 'approved')
    .sort(
      (a, b) =>
        Number(b.language === language) - Number(a.language === language) ||
        versionOf(b.name) - versionOf(a.name),
    );
}

/**
 * What an owner sees of one purpose in one language: the newest wording, and the one in use where that is another.
 */
export function standing(
  templates: readonly StoredTemplate[],
  purpose: TemplatePurpose,
  language: Language,
): { newest: StoredTemplate | null; used: StoredTemplate | null } {
  const own = templates.filter((one) => one.purpose === purpose && one.language === language);
  return { newest: newest(own), used: newest(own.filter(({ status }) => status === 'approved')) };
}
