import { agendaText } from '../i18n/agenda-text';
import { initialsOf } from '../i18n/initial';
import { inLanguage, type Language } from '../kernel/local-text';
import type { MirroredBooking, Titles } from './types';

export type EntryStyle = {
  titles: Titles;
  language: Language;
  /** In a calendar of several courts or doctors the title begins with whose it is. */
  namesResource: boolean;
  /** The booking's page, for staff. */
  pageUrl: string;
};

/**
 * What an outside calendar says of a booking. Its reference and link name nobody; a number is told only with the whole
 * name, and never why somebody comes.
 */
export function entryText(booking: MirroredBooking, style: EntryStyle): { title: string; details: string } {
  const { titles, language, namesResource, pageUrl } = style;
  const t = agendaText(language);
  const whom = nameOf(booking, titles) ?? t('booked');
  const name = namesResource ? `${inLanguage(booking.resourceName, language)}: ${whom}` : whom;
  const details = [
    ...(titles === 'booked' ? [] : [inLanguage(booking.serviceName, language)]),
    t('reference', { reference: booking.reference }),
    ...(titles === 'full' && booking.phone ? [t('phone', { phone: booking.phone })] : []),
    t('open', { url: pageUrl }),
  ];
  return { title: titleOf(booking, name, language), details: details.join('\n') };
}

/** Some programs go on showing what was cancelled: the words say it too. */
function titleOf({ status }: MirroredBooking, title: string, language: Language): string {
  const t = agendaText(language);
  if (status === 'cancelled') return t('cancelled', { title });
  return status === 'no-show' ? t('noShow', { title }) : title;
}

function nameOf({ who, reference }: MirroredBooking, titles: Titles): string | null {
  if (titles === 'booked') return null;
  if (!who) return reference;
  return titles === 'full' ? who : initialsOf(who);
}
