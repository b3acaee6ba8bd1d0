'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import type { ConflictAct, ConflictSettled, ShownConflict } from '../../../lib/mirrors/schema';
import { formatTime } from '../../../lib/i18n/format-time';
import { wallClock } from '../../../lib/i18n/wall-clock';
import { inLanguage } from '../../../lib/kernel/local-text';
import { api } from '../../api';
import { formatInstant } from '../../format-instant';
import { useStaff } from '../../frame/staff-context';
import { queryKeys } from '../../query-keys';
import { Button, buttonClass } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { useLanguage, useText } from '../../words';

const words = { overlap: 'conflictOverlap', moved: 'conflictMoved', deleted: 'conflictDeleted' } as const;

/** Decides, and says what came of it; bookings and calendars are read anew. */
function useDecision(id: string) {
  const { business } = useStaff();
  const t = useText('calendars');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: ConflictAct) =>
      api<ConflictSettled>(business, 'post', `calendars/conflicts/${id}`, { body: act }),
    onSuccess: ({ outcome }) => {
      toast(t(outcome === 'refused' ? 'refused' : 'saved'));
    },
    onError: () => {
      toast(t('failed'));
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: queryKeys.setup() }),
        queries.invalidateQueries({ queryKey: queryKeys.bookings() }),
      ]),
  });
}

/** One thing that Google Calendar and a booking disagree about: what happened, and the acts that end it. */
export const ConflictRow = ({ conflict }: { conflict: ShownConflict }) => {
  const t = useText('calendars');
  const language = useLanguage();
  const { zone, business, may } = useStaff();
  const [cancelling, setCancelling] = useState(false);
  const decide = useDecision(conflict.id);
  const { kind, who, reference, resourceName, calendarName, bookingStartsAt, startsAt, endsAt } = conflict;
  const stamp = (at: string): string => formatInstant(language, at, zone);
  const end = wallClock(new Date(endsAt), zone);
  const sameDay = wallClock(new Date(startsAt), zone).date === end.date;
  const until = sameDay ? formatTime(language, end.minute) : stamp(endsAt);
  return (
    <li className="flex flex-col gap-2 py-3">
      <p className="text-sm">
        <span className="block font-semibold">
          {who ?? reference} · {inLanguage(resourceName, language)} · {stamp(bookingStartsAt)}
        </span>
        <span className="block">
          {t(words[kind], { calendar: calendarName, from: stamp(startsAt), to: until })}
        </span>
      </p>
      <div className="flex flex-wrap gap-2">
        {may('booking.change') && kind === 'moved' ? (
          <Button
            look="primary"
            busy={decide.isPending}
            onClick={() => {
              decide.mutate({ act: 'accept', reason: 'Google Calendar' });
            }}
          >
            {t('acceptMoved')}
          </Button>
        ) : null}
        {may('booking.change') && kind === 'deleted' ? (
          <Button
            onClick={() => {
              setCancelling(true);
            }}
          >
            {t('acceptDeleted')}
          </Button>
        ) : null}
        {may('booking.change') ? (
          <Button
            busy={decide.isPending}
            onClick={() => {
              decide.mutate({ act: kind === 'overlap' ? 'keep' : 'reject' });
            }}
          >
            {t(kind === 'overlap' ? 'keep' : 'reject')}
          </Button>
        ) : null}
        <Link className={buttonClass('quiet')} href={`/${business}/bookings/${reference}`}>
          {t('openBooking')}
        </Link>
      </div>
      {cancelling ? (
        <CancelDialog
          busy={decide.isPending}
          onClose={() => {
            setCancelling(false);
          }}
          onCancel={(reason) => {
            decide.mutate({ act: 'accept', reason });
            setCancelling(false);
          }}
        />
      ) : null}
    </li>
  );
};

type CancelProps = { busy: boolean; onClose: () => void; onCancel: (reason: string) => void };

const CancelDialog = ({ busy, onClose, onCancel }: CancelProps) => {
  const t = useText('calendars');
  const frame = useText('frame');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={t('acceptDeleted')}
      lead={t('acceptDeletedLead')}
      actions={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button
            look="danger"
            busy={busy}
            disabled={reason.trim() === ''}
            onClick={() => {
              onCancel(reason.trim());
            }}
          >
            {t('acceptDeleted')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('reason')}
        value={reason}
        maxLength={300}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Dialog>
  );
};
