import type { TemplateStatus } from '../messaging/template-definition';

/** By Meta's codes, which 360dialog and Gupshup pass on, and Twilio's own. Source: reference 4.3 and 9.6. */
const statusByCode = new Map<number, TemplateStatus>([
  [132001, 'deleted'],
  [132015, 'paused'],
  [132016, 'disabled'],
  [63027, 'deleted'],
]);

/** What a refused or failed message says of its template; null where the fault lies elsewhere. */
export const templateFault = (code: number | undefined): TemplateStatus | null =>
  (code === undefined ? undefined : statusByCode.get(code)) ?? null;
