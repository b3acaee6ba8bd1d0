'use client';

import { useState } from 'react';
import type { CalendarBooking } from '../../lib/booking/schema';
import { formatDayShort } from '../../lib/i18n/format-day';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { RadioGroup } from '../ui/radio-group';
import { useLanguage, useText } from '../words';
import { PriceQuestion, usualPrice } from '../booking/price-choice';
import { lengthOf } from '../booking/use-reschedule';
import type { CalendarResource } from './entries';
import { NoticeBox } from './notice-box';
import { QuoteBox } from './quote-box';
import { SeriesMoveBox } from './series-move-box';
import type { Labels } from './use-labels';
import type { Move } from './use-move';
import { useQuote } from './use-quote';
import { useSeriesMove, useSeriesMovePlan, type Reach } from './use-series-move';

/** Where a booking was dropped. */
export type Drop = Pick<Move, 'booking' | 'resourceId' | 'startsAt' | 'durationMinutes'>;

type Props = {
  drop: Drop;
  resources: readonly CalendarResource[];
  labels: Labels;
  onClose: () => void;
  onMove: (move: Move) => void;
};

/** The one question before a move: from where to where, the price, how much of a series, and what the customer will read. */
export const MoveDialog = ({ drop, resources, labels, onClose, onMove }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const { zone } = useStaff();
  const [notify, setNotify] = useState(true);
  const [reason, setReason] = useState('');
  const [price, setPrice] = useState(() => usualPrice(lengthOf(drop.booking) === drop.durationMinutes));
  const [reach, setReach] = useState<Reach>('this');
  const [key] = useState(() => crypto.randomUUID());
  const { booking, resourceId, startsAt, durationMinutes } = drop;
  const quote = useQuote({
    serviceId: booking.serviceId,
    resourceId,
    startsAt,
    durationMinutes,
    except: booking.id,
  });
  const plan = useSeriesMovePlan(drop, reach);
  const moveSeries = useSeriesMove(onClose);
  const alone = reach === 'this';
  const asked = alone ? quote : plan;
  const notice = asked.data?.notice ?? null;
  const hard = alone ? (quote.data?.hard ?? null) : null;
  const moving = plan.data?.dates.filter((one) => one.to !== null).length ?? 0;
  const ready = asked.data !== undefined && !asked.isPlaceholderData && (alone || moving > 0);
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  const line = (at: Pick<CalendarBooking, 'startsAt' | 'endsAt'>, id: string): string => {
    const resource = resources.find((one) => one.id === id);
    const day = formatDayShort(language, wallClock(new Date(at.startsAt), zone).date);
    return `${day}, ${labels.fullSpan(at)} · ${resource ? labels.local(resource.name) : ''}`;
  };
  const go = (): void => {
    const tell = notify && notice?.cannot === null;
    if (alone) onMove({ ...drop, notify: tell, price, overrideReason: hard ? reason.trim() : null });
    else moveSeries.mutate({ drop, reach, key, tell, rest: moving < (plan.data?.dates.length ?? 0) });
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
            busy={moveSeries.isPending}
            disabled={!ready || (hard !== null && !reason.trim())}
            onClick={go}
          >
            {alone ? t(hard ? 'moveOver' : 'move') : t('moveDates', { count: moving })}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">
          <span className="block text-muted line-through">{line(booking, booking.resourceId)}</span>
          <span className="block font-semibold">{line({ startsAt, endsAt }, resourceId)}</span>
        </p>
        {booking.seriesId ? (
          <RadioGroup
            label={t('reach')}
            value={reach}
            onChange={setReach}
            options={[
              { value: 'this', label: t('reachThis') },
              { value: 'following', label: t('reachFollowing') },
              { value: 'all', label: t('reachAll') },
            ]}
          />
        ) : null}
        {asked.data ? null : (
          <p className="text-sm text-muted">{t(asked.isError ? 'failed' : alone ? 'pricing' : 'looking')}</p>
        )}
        {alone && quote.data ? (
          <>
            <QuoteBox quote={quote.data} labels={labels} reason={reason} onReason={setReason} />
            <PriceQuestion
              was={booking.pricePaise}
              becomes={quote.data.pricePaise}
              choice={price}
              onChoose={setPrice}
            />
          </>
        ) : null}
        {!alone && plan.data ? <SeriesMoveBox plan={plan.data} line={line} /> : null}
        <NoticeBox notice={notice} notify={notify} onNotify={setNotify} />
      </div>
    </Dialog>
  );
};
