'use client';

import { ThumbsUp } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatPhone } from '../format-phone';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { Money } from './money';
import { NoteField } from './note-field';
import { queryKeys } from '../query-keys';
import { Receipts } from '../receipts/receipts';
import { StatusMark } from './status-mark';
import { Timeline } from './timeline';
import { CalendarLinks } from './calendar-links';
import { useBookingWords } from './use-booking-words';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2 border-t border-hairline pt-4">
    <h3 className="text-xs text-muted">{title}</h3>
    {children}
  </section>
);

const link = 'underline decoration-hairline underline-offset-4 hover:decoration-current';

/** Everything about one booking, for the drawer and for its page. */
export const BookingDetails = ({ booking }: { booking: BookingDetail }) => {
  const t = useText('bookings');
  const { business, may } = useStaff();
  const { local, who, day, span } = useBookingWords();
  const { customerId, customerName, phone, threadId, priceLines } = booking;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <StatusMark status={booking.status} />
        <p className="text-base font-semibold">{day(booking.startsAt)}</p>
        <p className="text-base">{span(booking)}</p>
        <p className="text-sm text-muted">
          {local(booking.serviceName)} · {local(booking.resourceName)}
        </p>
        {booking.status === 'held' ? null : <CalendarLinks booking={booking} />}
        {booking.comingAt && booking.status === 'confirmed' ? (
          <p className="flex items-center gap-1.5 text-sm text-accent">
            <ThumbsUp aria-hidden className="size-4 shrink-0" />
            {t('saysComing')}
          </p>
        ) : null}
        {booking.feedback ? <p className="text-sm">{t(`feedback-${booking.feedback}`)}</p> : null}
        {booking.series ? (
          <p className="text-sm text-muted">{t('inSeries', { count: booking.series.standing })}</p>
        ) : null}
      </div>
      <Part title={t('who')}>
        <p className="text-sm font-semibold break-words">{who(booking)}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {customerId && may('customer.view') ? (
            <Link className={link} href={`/${business}/customers/${customerId}`}>
              {customerName === null || customerName === who(booking) ? t('openCustomer') : customerName}
            </Link>
          ) : customerName && customerName !== who(booking) ? (
            <span>{customerName}</span>
          ) : null}
          {phone ? (
            <a className={link} href={`tel:${phone}`}>
              {formatPhone(phone)}
            </a>
          ) : null}
          {threadId && may('chat.view') ? (
            <Link className={link} href={`/${business}/chats/${threadId}`}>
              {t('openChat')}
            </Link>
          ) : null}
        </p>
      </Part>
      <Part title={t('priceBreakdown')}>
        <dl className="flex flex-col gap-1 text-sm">
          {priceLines.map((line, place) => (
            <div key={place} className="flex justify-between gap-4">
              <dt className="text-muted">
                {line.label ? local(line.label) : t('usualPrice')} · {t('minutes', { minutes: line.minutes })}
              </dt>
              <dd>{formatMoney(line.paise)}</dd>
            </div>
          ))}
          <div className="flex justify-between gap-4 font-semibold">
            <dt>{t('total')}</dt>
            <dd>{formatMoney(booking.pricePaise)}</dd>
          </div>
          <div className="flex justify-between gap-4">
            <dt className="text-muted">{t('payment')}</dt>
            <dd>{t(`pay-${booking.payment}`)}</dd>
          </div>
        </dl>
      </Part>
      <Money booking={booking} />
      <Receipts
        path={`bookings/${booking.id}/receipts`}
        queryKey={queryKeys.bookings('receipts', booking.id)}
        mayMake={may('booking.change')}
        className="border-t border-hairline pt-4"
      />
      <Part title={t('note')}>
        <NoteField booking={booking} />
      </Part>
      <Part title={t('history')}>
        <Timeline entries={booking.timeline} />
      </Part>
    </div>
  );
};
