import type { Language } from '../../kernel/local-text';
import type { TemplateCategory } from '../template-definition';

/** What our templates are for; also their names at the provider. A later wording of one goes by `<purpose>_v2`, and so on. */
export const templatePurposes = [
  'booking_confirmed',
  'booking_reminder',
  'payment_nudge',
  'booking_cancelled_by_us',
  'booking_moved_by_us',
  'new_times_offered',
  'waitlist_offer',
  'refund_update',
  'receipt_ready',
  'staff_reply',
  'running_late',
  'visit_thanks',
  'visit_follow_up',
  'no_show_follow_up',
  'sign_in_code',
] as const;
export type TemplatePurpose = (typeof templatePurposes)[number];

/** What a tap on a quick reply asks the chat for. */
export type TapMeaning =
  | 'coming'
  | 'move'
  | 'cancel'
  | 'again'
  | 'mine'
  | 'accept'
  | 'decline'
  | 'pay'
  | 'receipt'
  | 'staff'
  | 'menu';

/** The words of a template in one language; places like `{{when}}` are filled when it is sent. */
export type TemplateWording = { body: string; footer?: string; buttons: readonly string[] };

/** One template of our set. It says nothing of why somebody visits a clinic. */
export type OwnTemplate = {
  purpose: TemplatePurpose;
  category: TemplateCategory;
  /** In the order of the buttons in every wording; empty where there is none, or a code to copy. */
  taps: readonly TapMeaning[];
  wording: Readonly<Record<Language, TemplateWording>>;
};
