'use client';

import { useState } from 'react';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { TextArea } from '../ui/field';
import { useText } from '../words';
import { useAct } from './use-booking';

/** Staff's note: shown as it is, written when asked for. */
export const NoteField = ({ booking }: { booking: BookingDetail }) => {
  const t = useText('bookings');
  const tf = useText('frame');
  const { may } = useStaff();
  const act = useAct(booking.id);
  // With the note as it was when writing began: somebody else's new words are shown before they are replaced.
  const [draft, setDraft] = useState<{ note: string; was: string | null } | null>(null);
  if (draft === null)
    return (
      <div className="flex flex-col items-start gap-1">
        {booking.note ? <p className="text-sm break-words whitespace-pre-wrap">{booking.note}</p> : null}
        {may('booking.change') ? (
          <Button
            look="quiet"
            className="-ml-3"
            onClick={() => {
              setDraft({ note: booking.note ?? '', was: booking.note });
            }}
          >
            {t(booking.note ? 'noteEdit' : 'noteAdd')}
          </Button>
        ) : null}
      </div>
    );
  const replaces = booking.note !== draft.was;
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(
          { act: 'note', note: draft.note.trim() || null, was: booking.note },
          {
            onSuccess: () => {
              setDraft(null);
            },
          },
        );
      }}
    >
      {replaces ? (
        <p role="status" className="rounded bg-danger-soft px-3 py-2 text-sm break-words whitespace-pre-wrap">
          {t('noteChanged', { note: booking.note ?? '–' })}
        </p>
      ) : null}
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        value={draft.note}
        maxLength={1000}
        autoFocus
        onChange={(event) => {
          setDraft({ ...draft, note: event.target.value });
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={act.isPending}>
          {replaces ? t('noteReplace') : tf('save')}
        </Button>
        <Button
          onClick={() => {
            setDraft(null);
          }}
        >
          {tf('cancel')}
        </Button>
      </div>
    </form>
  );
};
