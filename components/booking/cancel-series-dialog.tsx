'use client';

import { useDeferredValue, useState } from 'react';
import type { BookingDetail, NoticeShown } from '../../lib/booking/desk/schema';
import type { SeriesChangePlan } from '../../lib/booking/series/schema';
import { formatDayShort } from '../../lib/i18n/format-day';
import { wallClock } from '../../lib/i18n/wall-clock';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';
import { useLanguage, useText } from '../words';
import { TellChoice } from './notice-preview';
import { useCancelPlan, useCancelSeries } from './use-cancel-series';

const shownOf = (notice: SeriesChangePlan['notice'] | undefined): NoticeShown | undefined =>
  notice ? { ...notice, how: notice.cannot ? { cannot: notice.cannot } : 'message' } : undefined;

/** Cancels what is still to come of a series, from this booking on or all of it; the customer hears of it once. */
export const CancelSeriesDialog = ({ booking, onClose }: { booking: BookingDetail; onClose: () => void }) => {
  const t = useText('bookings');
  const language = useLanguage();
  const { zone } = useStaff();
  const [reach, setReach] = useState<'following' | 'all'>('following');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [tell, setTell] = useState(true);
  // One key for as long as the question stands: pressing again after a lost answer cancels nothing twice.
  const [key] = useState(() => crypto.randomUUID());
  const wanted = reason.trim();
  const plan = useCancelPlan(booking, { reach, reason: useDeferredValue(wanted) });
  const cancel = useCancelSeries(booking, onClose);
  const notice = plan.data?.notice;
  const submit = (): void => {
    setMissing(!wanted);
    if (!wanted) return;
    const told = tell && notice?.cannot === null;
    cancel.mutate({ reach, reason: wanted, version: booking.version, key, tell: told });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('cancelSeriesTitle')}
      lead={t('cancelLead')}
      actions={
        <>
          <Button onClick={onClose}>{t('keepSeries')}</Button>
          <Button look="danger" busy={cancel.isPending} disabled={!plan.data} onClick={submit}>
            {t('cancelCount', { count: plan.data?.dates.length ?? 0 })}
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
        <RadioGroup
          label={t('reach')}
          value={reach}
          onChange={setReach}
          options={[
            { value: 'following', label: t('reachFollowing') },
            { value: 'all', label: t('reachAll') },
          ]}
        />
        <p className="text-sm text-muted">
          {plan.data?.dates
            .map(({ from }) => formatDayShort(language, wallClock(new Date(from.startsAt), zone).date))
            .join(', ')}
        </p>
        <TextField
          label={t('reason')}
          hint={t('reasonHint')}
          error={missing && !wanted ? t('reasonMissing') : undefined}
          value={reason}
          maxLength={300}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
        {notice === null ? null : <TellChoice shown={shownOf(notice)} tell={tell} onTell={setTell} />}
      </form>
    </Dialog>
  );
};
