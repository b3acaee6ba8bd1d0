import type { Language } from '../../kernel/local-text';
import type { TemplateDefinition } from '../template-definition';
import { bookingCancelledByUs } from './booking-cancelled-by-us';
import { bookingConfirmed } from './booking-confirmed';
import { bookingMovedByUs } from './booking-moved-by-us';
import { bookingReminder } from './booking-reminder';
import { newTimesOffered } from './new-times-offered';
import { noShowFollowUp } from './no-show-follow-up';
import { paymentNudge } from './payment-nudge';
import { receiptReady } from './receipt-ready';
import { refundUpdate } from './refund-update';
import { runningLate } from './running-late';
import { placeSamples } from './samples';
import { signInCode } from './sign-in-code';
import { staffReply } from './staff-reply';
import type { OwnTemplate, TemplatePurpose, TemplateWording } from './types';
import { visitFollowUp } from './visit-follow-up';
import { visitThanks } from './visit-thanks';
import { waitlistOffer } from './waitlist-offer';

/** Our templates, by what they are for. */
export const templateSet: Readonly<Record<TemplatePurpose, OwnTemplate>> = {
  booking_confirmed: bookingConfirmed,
  booking_reminder: bookingReminder,
  payment_nudge: paymentNudge,
  booking_cancelled_by_us: bookingCancelledByUs,
  booking_moved_by_us: bookingMovedByUs,
  new_times_offered: newTimesOffered,
  waitlist_offer: waitlistOffer,
  refund_update: refundUpdate,
  receipt_ready: receiptReady,
  staff_reply: staffReply,
  running_late: runningLate,
  visit_thanks: visitThanks,
  visit_follow_up: visitFollowUp,
  no_show_follow_up: noShowFollowUp,
  sign_in_code: signInCode,
};

/** The names of a text's places, each once, in the order of their first use. */
export const placesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map((match) => match[1] ?? '')),
];

/** What of our set, in our words or in the owner's own, is submitted for approval. */
export function definitionOf(
  purpose: TemplatePurpose,
  language: Language,
  own: { name?: string; wording?: TemplateWording } = {},
): TemplateDefinition {
  const template = templateSet[purpose];
  const { body, footer, buttons } = own.wording ?? template.wording[language];
  const samples: Record<string, string> = placeSamples[language];
  return {
    name: own.name ?? purpose,
    language,
    category: template.category,
    body,
    samples: Object.fromEntries(
      placesOf(body).flatMap((place) => (samples[place] === undefined ? [] : [[place, samples[place]]])),
    ),
    ...(footer === undefined || footer === '' ? {} : { footer }),
    buttons: buttons.map((title) => ({
      type: template.category === 'authentication' ? ('copy-code' as const) : ('quick-reply' as const),
      title,
    })),
  };
}

/** The wording of a definition, as an owner edits it. */
export const wordingOf = ({ body, footer, buttons }: TemplateDefinition): TemplateWording => ({
  body,
  ...(footer === undefined ? {} : { footer }),
  buttons: buttons.map(({ title }) => title),
});

/** The body with its samples in place of its places, as whoever approves it reads it. */
export const sampleBody = ({ body, samples }: Pick<TemplateDefinition, 'body' | 'samples'>): string =>
  body.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => samples[name] ?? place);
