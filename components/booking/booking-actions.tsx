'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { BookingAct, BookingDetail } from '../../lib/booking/desk/schema';
import { useStaff } from '../frame/staff-context';
import { Button, buttonClass, IconButton } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useNow } from '../use-now';
import { useText } from '../words';
import { AttendeeDialog, CancelDialog, ResendDialog } from './act-dialogs';
import { CancelSeriesDialog } from './cancel-series-dialog';
import { RescheduleDialog } from './reschedule-dialog';
import { useAct } from './use-booking';

type Mark = Extract<BookingAct['act'], 'check-in' | 'complete' | 'no-show' | 'reopen'>;

/** The marks that may follow each state, the usual one first; null where none is usual. */
const marks: Record<BookingDetail['status'], readonly (Mark | null)[]> = {
  held: [],
  confirmed: ['check-in', 'complete', 'no-show'],
  'checked-in': ['complete', 'reopen'],
  completed: [null, 'reopen', 'no-show'],
  'no-show': ['check-in', 'reopen'],
  cancelled: [],
};

type Question = 'cancel' | 'cancel-series' | 'attendee' | 'resend' | 'reschedule';

const words = {
  'check-in': 'actCheckIn',
  complete: 'actComplete',
  'no-show': 'actNoShow',
  reopen: 'actReopen',
} as const;

/** What may be done with a booking as it stands: the usual act first, the rest behind "more". */
export const BookingActions = ({ booking }: { booking: BookingDetail }) => {
  const t = useText('bookings');
  const { business, may } = useStaff();
  const act = useAct(booking.id);
  const [asking, setAsking] = useState<Question | null>(null);
  const [round, setRound] = useState(0);
  const now = useNow(60_000);
  const { status, version } = booking;
  if (!may('booking.change')) return null;
  const [usual, ...others] = marks[status];
  const stands = status === 'confirmed' || status === 'checked-in';
  // Nothing is moved that is over; before the page has come alive, nobody can press it either.
  const movable = stands && (now === null || Date.parse(booking.endsAt) > now.getTime());
  const slip = `/${business}/bookings/${booking.reference}/slip`;
  const ask = (what: Question) => () => {
    setRound((before) => before + 1);
    setAsking(what);
  };
  const dialog = {
    key: round,
    booking,
    open: true,
    onClose: () => {
      setAsking(null);
    },
  };
  const { key, ...rest } = dialog;
  return (
    <>
      {usual ? (
        <Button
          look="primary"
          busy={act.isPending}
          onClick={() => {
            act.mutate({ act: usual, version });
          }}
        >
          {t(words[usual])}
        </Button>
      ) : null}
      {movable ? (
        <Button className="max-[359px]:hidden" onClick={ask('reschedule')}>
          {t('actReschedule')}
        </Button>
      ) : (
        <Link href={slip} target="_blank" className={buttonClass('secondary')}>
          {t('print')}
        </Link>
      )}
      <Menu
        trigger={
          <IconButton label={t('more')}>
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        }
      >
        {others.map((mark) =>
          mark ? (
            <MenuItem
              key={mark}
              onSelect={() => {
                act.mutate({ act: mark, version });
              }}
            >
              {t(words[mark])}
            </MenuItem>
          ) : null,
        )}
        {/* The narrowest phones have no room for it beside the usual act. */}
        {movable ? (
          <MenuItem className="min-[360px]:hidden" onSelect={ask('reschedule')}>
            {t('actReschedule')}
          </MenuItem>
        ) : null}
        {movable ? (
          <MenuItem
            onSelect={() => {
              window.open(slip, '_blank');
            }}
          >
            {t('print')}
          </MenuItem>
        ) : null}
        {stands ? <MenuItem onSelect={ask('attendee')}>{t('actAttendee')}</MenuItem> : null}
        {stands ? <MenuItem onSelect={ask('resend')}>{t('actResend')}</MenuItem> : null}
        {stands || status === 'held' ? (
          <MenuItem danger onSelect={ask('cancel')}>
            {t('actCancel')}
          </MenuItem>
        ) : null}
        {booking.series && booking.series.standing > 1 ? (
          <MenuItem danger onSelect={ask('cancel-series')}>
            {t('actCancelSeries')}
          </MenuItem>
        ) : null}
      </Menu>
      {asking === 'cancel' ? <CancelDialog key={key} {...rest} /> : null}
      {asking === 'cancel-series' ? (
        <CancelSeriesDialog key={key} booking={booking} onClose={rest.onClose} />
      ) : null}
      {asking === 'attendee' ? <AttendeeDialog key={key} {...rest} /> : null}
      {asking === 'resend' ? <ResendDialog key={key} {...rest} /> : null}
      {asking === 'reschedule' ? (
        <RescheduleDialog key={key} booking={booking} onClose={rest.onClose} />
      ) : null}
    </>
  );
};
