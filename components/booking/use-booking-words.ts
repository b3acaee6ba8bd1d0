'use client';

import type { BookingListRow } from '../../lib/booking/desk/schema';
import { capitalised, formatDay, formatDayShort } from '../../lib/i18n/format-day';
import { formatSpanShort, formatTime } from '../../lib/i18n/format-time';
import { wallClock } from '../../lib/i18n/wall-clock';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';

type Span = { startsAt: string; endsAt: string };
type Named = Pick<BookingListRow, 'attendeeName' | 'customerName' | 'phone'>;

/** How a booking is put into words, by the business's clocks and in the reader's language. */
export function useBookingWords() {
  const t = useText('bookings');
  const language = useLanguage();
  const { zone } = useStaff();
  const clock = (iso: string) => wallClock(new Date(iso), zone);
  const minutes = ({ startsAt, endsAt }: Span): [number, number] => {
    const from = clock(startsAt).minute;
    return [from, from + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000];
  };
  const span = (one: Span): string => formatSpanShort(language, ...minutes(one));
  return {
    local: (text: LocalText): string => inLanguage(text, language),
    who: (one: Named): string => one.attendeeName ?? one.customerName ?? one.phone ?? t('nameless'),
    /** The date on the business's calendar. */
    date: (iso: string): string => clock(iso).date,
    day: (iso: string): string => capitalised(formatDay(language, clock(iso).date)),
    /** `Sat 28 Nov · 6:00 – 7:00 PM`, `சனி 28 நவ · மாலை 6:00 – 7:00` */
    when: (one: Span): string => `${formatDayShort(language, clock(one.startsAt).date)} · ${span(one)}`,
    span,
    time: (iso: string): string => formatTime(language, clock(iso).minute),
    moment: (iso: string): string =>
      `${formatDayShort(language, clock(iso).date)}, ${formatTime(language, clock(iso).minute)}`,
  };
}
