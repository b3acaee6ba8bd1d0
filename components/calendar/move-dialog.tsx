'use client';

import { useState } from 'react';
import type { CalendarBooking } from '../../lib/booking/schema';
import { formatDayShort } from '../../lib/i18n/format-day';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useLanguage, useText } from '../words';
import type { CalendarResource } from './entries';
import { NoticeBox } from './notice-box';
import { QuoteBox } from './quote-box';
import type { Labels } from './use-labels';
import type { Move } from './use-move';
import { useQuote } from './use-quote';

/** Where a booking was dropped. */
export type Drop = Pick<Move, 'booking' | 'resourceId' | 'startsAt' | 'durationMinutes'>;

type Props = {
  drop: Drop;
  resources: readonly CalendarResource[];
  labels: Labels;
  onClose: () => void;
  onMove: (move: Move) => void;
};

/** The one question before a move: from where to where, the price, and what the customer will read. */
export const MoveDialog = ({ drop, resources, labels, onClose, onMove }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const { zone } = useStaff();
  const [notify, setNotify] = useState(true);
  const [reason, setReason] = useState('');
  const { booking, resourceId, startsAt, durationMinutes } = drop;
  const quote = useQuote({
    serviceId: booking.serviceId,
    resourceId,
    startsAt,
    durationMinutes,
    except: booking.id,
  });
  const hard = quote.data?.hard ?? null;
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  const line = (at: Pick<CalendarBooking, 'startsAt' | 'endsAt'>, id: string): string => {
    const resource = resources.find((one) => one.id === id);
    const day = formatDayShort(language, wallClock(new Date(at.startsAt), zone).date);
    return `${day}, ${labels.fullSpan(at)} · ${resource ? labels.local(resource.name) : ''}`;
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('moveTitle', { name: labels.name(booking) })}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('keepAsIs')}
          </Button>
          <Button
            look={hard ? 'danger' : 'primary'}
            disabled={!quote.data || quote.isPlaceholderData || (hard !== null && !reason.trim())}
            onClick={() => {
              const told = notify && quote.data?.notice?.cannot === null;
              onMove({ ...drop, notify: told, overrideReason: hard ? reason.trim() : null });
            }}
          >
            {t(hard ? 'moveOver' : 'move')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <span className="block text-muted line-through">{line(booking, booking.resourceId)}</span>
          <span className="block font-semibold">{line({ startsAt, endsAt }, resourceId)}</span>
        </p>
        {quote.data ? (
          <QuoteBox quote={quote.data} labels={labels} reason={reason} onReason={setReason} />
        ) : (
          <p className="text-sm text-muted">{t(quote.isError ? 'failed' : 'pricing')}</p>
        )}
        <NoticeBox notice={quote.data?.notice ?? null} notify={notify} onNotify={setNotify} />
      </div>
    </Dialog>
  );
};
