'use client';

import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { AffectedBooking } from '../../lib/catalog/closures/schema';
import type { Closure } from '../../lib/scheduling/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Skeleton } from '../ui/empty';
import { useText } from '../words';
import { AffectedList } from './affected-list';
import { ClosureFields } from './closure-fields';
import { useSettle } from './use-settle';

type Props = {
  /** null: a new one is written here. */
  closure: Closure | null;
  /** It stands already: only the people booked on it are settled. */
  stored: boolean;
  /** Which day a new one begins with. */
  date: string | null;
  onClose: () => void;
};

/** A closure from its dates to the last customer told: what and when, who is booked, what to do, what came of it. */
export const ClosureDialog = ({ closure, stored, date, onClose }: Props) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { business } = useStaff();
  const [chosen, setChosen] = useState(closure);
  const affected = useQuery({
    // A live change of bookings makes it old.
    queryKey: queryKeys.bookings(business, 'affected', chosen),
    enabled: chosen !== null,
    queryFn: ({ signal }) =>
      api<{ bookings: AffectedBooking[] }>(business, 'post', 'setup/closures/affected', {
        body: chosen ?? {},
        signal,
      }),
  });
  const settle = useSettle(chosen, stored);
  // Once work has begun, the list stays as it was begun on.
  const bookings = settle.begun ?? affected.data?.bookings ?? [];
  const [choices, setChoices] = useState<Record<string, string>>({});

  if (!chosen)
    return (
      <Dialog open onOpenChange={onClose} title={t('addClosure')}>
        <ClosureFields date={date} onDone={setChosen} />
      </Dialog>
    );
  const done = settle.finished;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('affectedTitle')}
      lead={bookings.length > 0 ? t('affectedCount', { count: bookings.length }) : undefined}
      actions={
        done ? (
          <Button look="primary" onClick={onClose}>
            {frame('close')}
          </Button>
        ) : (
          <>
            {stored ? null : (
              <Button
                disabled={settle.running}
                onClick={() => {
                  if (closure) onClose();
                  else setChosen(null);
                }}
              >
                {frame(closure ? 'cancel' : 'back')}
              </Button>
            )}
            <Button
              look="primary"
              busy={settle.running}
              disabled={affected.isPending || (stored && bookings.length === 0)}
              onClick={() => void settle.run(bookings, choices)}
            >
              {t(stored ? 'doThis' : bookings.length > 0 ? 'closeAndDo' : 'closeThen')}
            </Button>
          </>
        )
      }
    >
      {affected.isPending && !settle.begun ? (
        <Skeleton className="h-24 w-full" />
      ) : bookings.length === 0 ? (
        <p>{t(done ? 'closedNow' : 'nobodyBooked')}</p>
      ) : (
        <AffectedList
          bookings={bookings}
          choices={choices}
          onChoose={setChoices}
          results={settle.results}
          locked={settle.running || done}
        />
      )}
      {settle.failed ? (
        <p role="alert" className="mt-3 text-sm text-danger">
          {frame('failed')}
        </p>
      ) : null}
    </Dialog>
  );
};
