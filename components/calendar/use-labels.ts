'use client';

import { useMemo } from 'react';
import type { CalendarBlock, CalendarBooking } from '../../lib/booking/schema';
import { formatSpanTitle, formatTimeSpan } from '../../lib/i18n/format-time';
import { wallClock } from '../../lib/i18n/wall-clock';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { useLanguage, useText } from '../words';
import type { CalendarService } from './entries';

/** What bookings and blocks are called, in the reader's language. */
export function useLabels(services: readonly CalendarService[]) {
  const t = useText('calendar');
  const language = useLanguage();
  const { zone } = useStaff();
  return useMemo(() => {
    const names = new Map(services.map((one) => [one.id, inLanguage(one.name, language)]));
    const minutes = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }): [number, number] => {
      const from = wallClock(new Date(startsAt), zone).minute;
      return [from, from + (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000];
    };
    const local = (text: LocalText): string => inLanguage(text, language);
    return {
      local,
      name: (one: CalendarBooking): string =>
        one.attendeeName ?? one.customerName ?? one.phone ?? t('nameless'),
      service: (one: CalendarBooking): string => names.get(one.serviceId) ?? '',
      status: (one: CalendarBooking): string => t(one.awaitsPayment ? 'awaitsPayment' : one.status),
      /** Said of a booking that comes again; null of one that does not. */
      series: (one: CalendarBooking): string | null => (one.seriesId ? t('inSeries') : null),
      /** Said of a booking whose customer has said that they are coming. */
      coming: (one: CalendarBooking): string | null =>
        one.coming && one.status === 'confirmed' ? t('coming') : null,
      /** Minutes on the wall clock at which something begins. */
      startMinute: (iso: string): number => wallClock(new Date(iso), zone).minute,
      /** Short, where the part of the day can be seen. */
      span: (one: { startsAt: string; endsAt: string }): string => formatSpanTitle(language, ...minutes(one)),
      /** In full, for whoever cannot see where it stands. */
      fullSpan: (one: { startsAt: string; endsAt: string }): string =>
        formatTimeSpan(language, ...minutes(one)),
      block: (one: CalendarBlock): string =>
        one.kind === 'moving' ? t('moving') : one.reason || t(one.kind),
    };
  }, [services, language, zone, t]);
}

export type Labels = ReturnType<typeof useLabels>;
