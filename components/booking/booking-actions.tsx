'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import type { BookingAct, BookingDetail } from '../../lib/booking/desk/schema';
import { useStaff } from '../frame/staff-context';
import { Button, buttonClass, IconButton } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useText } from '../words';
import { AttendeeDialog, CancelDialog, ResendDialog } from './act-dialogs';
import { useAct } from './use-booking';

type Mark = Extract<BookingAct['act'], 'check-in' | 'complete' | 'no-show' | 'reopen'>;

/** The marks that may follow each state, the usual one first. */
const marks: Record<BookingDetail['status'], readonly Mark[]> = {
  held: [],
  confirmed: ['check-in', 'complete', 'no-show'],
  'checked-in': ['complete', 'reopen'],
  completed: ['reopen', 'no-show'],
  'no-show': ['check-in', 'reopen'],
  cancelled: [],
};

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
  const [asking, setAsking] = useState<'cancel' | 'attendee' | 'resend' | null>(null);
  const [round, setRound] = useState(0);
  const { status, version } = booking;
  if (!may('booking.change')) return null;
  const [usual, ...others] = marks[status];
  const stands = status === 'confirmed' || status === 'checked-in';
  const ask = (what: 'cancel' | 'attendee' | 'resend') => () => {
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
      <Link
        href={`/${business}/bookings/${booking.reference}/slip`}
        target="_blank"
        className={buttonClass('secondary')}
      >
        {t('print')}
      </Link>
      <Menu
        trigger={
          <IconButton label={t('more')}>
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        }
      >
        {others.map((mark) => (
          <MenuItem
            key={mark}
            onSelect={() => {
              act.mutate({ act: mark, version });
            }}
          >
            {t(words[mark])}
          </MenuItem>
        ))}
        {stands ? <MenuItem onSelect={ask('attendee')}>{t('actAttendee')}</MenuItem> : null}
        {stands ? <MenuItem onSelect={ask('resend')}>{t('actResend')}</MenuItem> : null}
        {stands || status === 'held' ? (
          <MenuItem danger onSelect={ask('cancel')}>
            {t('actCancel')}
          </MenuItem>
        ) : null}
      </Menu>
      {asking === 'cancel' ? <CancelDialog key={key} {...rest} /> : null}
      {asking === 'attendee' ? <AttendeeDialog key={key} {...rest} /> : null}
      {asking === 'resend' ? <ResendDialog key={key} {...rest} /> : null}
    </>
  );
};
