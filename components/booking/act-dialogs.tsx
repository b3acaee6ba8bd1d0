'use client';

import { useDeferredValue, useState, type ReactNode } from 'react';
import type { BookingAct, BookingDetail, NoticeWish } from '../../lib/booking/desk/schema';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { NoticePreview, TellChoice, useNoticePreview } from './notice-preview';
import { useAct } from './use-booking';

type Props = { booking: BookingDetail; open: boolean; onClose: () => void };

/** A question before an act that concerns the customer: what they will read stands above the button that does it. */
const Ask = ({
  booking,
  open,
  onClose,
  title,
  lead,
  wish,
  always = false,
  act,
  label,
  danger = false,
  children,
}: Props & {
  title: string;
  lead?: string;
  /** Null: there is nothing to show yet. */
  wish: NoticeWish | null;
  /** The message is the act itself. */
  always?: boolean;
  /** Null: something is missing, and said so. */
  act: (told: { tell: boolean; key: string }) => BookingAct | null;
  label: string;
  danger?: boolean;
  children?: ReactNode;
}) => {
  const t = useText('bookings');
  const tf = useText('frame');
  const [tell, setTell] = useState(true);
  // One key for as long as the question stands: pressing again after a lost answer does nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const { data: shown } = useNoticePreview(booking.id, wish ?? { kind: 'confirmation' });
  const doing = useAct(booking.id);
  const reachable = shown?.how === 'message';
  const submit = (): void => {
    const wanted = act({ tell: tell && reachable, key });
    if (wanted) doing.mutate(wanted, { onSuccess: onClose });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={title}
      {...(lead && { lead })}
      actions={
        <>
          <Button onClick={onClose}>{danger ? t('keep') : tf('cancel')}</Button>
          <Button
            look={danger ? 'danger' : 'primary'}
            busy={doing.isPending}
            disabled={always && !reachable}
            onClick={submit}
          >
            {label}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {children}
        {wish === null ? null : always ? (
          <NoticePreview shown={shown} />
        ) : (
          <TellChoice shown={shown} tell={tell} onTell={setTell} />
        )}
      </form>
    </Dialog>
  );
};

/** Cancels with a reason. */
export const CancelDialog = (props: Props) => {
  const t = useText('bookings');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const shownReason = useDeferredValue(reason.trim());
  const { version } = props.booking;
  return (
    <Ask
      {...props}
      title={t('cancelTitle')}
      lead={t('cancelLead')}
      label={t('actCancel')}
      danger
      wish={{ kind: 'cancelled', reason: shownReason }}
      act={(told) => {
        setMissing(!reason.trim());
        return reason.trim() ? { act: 'cancel', version, reason: reason.trim(), ...told } : null;
      }}
    >
      <TextField
        label={t('reason')}
        hint={t('reasonHint')}
        error={missing && !reason.trim() ? t('reasonMissing') : undefined}
        value={reason}
        maxLength={300}
        autoFocus
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Ask>
  );
};

/** Somebody else comes. */
export const AttendeeDialog = (props: Props) => {
  const t = useText('bookings');
  const [name, setName] = useState(props.booking.attendeeName ?? '');
  const [missing, setMissing] = useState(false);
  const shownName = useDeferredValue(name.trim());
  const { version } = props.booking;
  return (
    <Ask
      {...props}
      title={t('attendeeTitle')}
      label={t('actAttendee')}
      wish={shownName ? { kind: 'attendee', name: shownName } : null}
      act={(told) => {
        setMissing(!name.trim());
        return name.trim() ? { act: 'attendee', version, name: name.trim(), ...told } : null;
      }}
    >
      <TextField
        label={t('attendeeName')}
        error={missing && !name.trim() ? t('nameMissing') : undefined}
        value={name}
        maxLength={120}
        autoFocus
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
    </Ask>
  );
};

/** The confirmation once more. */
export const ResendDialog = (props: Props) => {
  const t = useText('bookings');
  return (
    <Ask
      {...props}
      title={t('resendTitle')}
      label={t('send')}
      always
      wish={{ kind: 'confirmation' }}
      act={({ key }) => ({ act: 'resend', key })}
    />
  );
};
