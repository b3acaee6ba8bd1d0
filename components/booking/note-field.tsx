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
  const [draft, setDraft] = useState<string | null>(null);
  if (draft === null)
    return (
      <div className="flex flex-col items-start gap-1">
        {booking.note ? <p className="text-sm break-words whitespace-pre-wrap">{booking.note}</p> : null}
        {may('booking.change') ? (
          <Button
            look="quiet"
            className="-ml-3"
            onClick={() => {
              setDraft(booking.note ?? '');
            }}
          >
            {t(booking.note ? 'noteEdit' : 'noteAdd')}
          </Button>
        ) : null}
      </div>
    );
  return (
    <form
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        act.mutate(
          { act: 'note', note: draft.trim() || null },
          {
            onSuccess: () => {
              setDraft(null);
            },
          },
        );
      }}
    >
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        value={draft}
        maxLength={1000}
        autoFocus
        onChange={(event) => {
          setDraft(event.target.value);
        }}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" busy={act.isPending}>
          {tf('save')}
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
