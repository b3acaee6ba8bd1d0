'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import type { QueueView as Queue } from '../../lib/booking/desk/schema';
import { api } from '../api';
import { setParams } from '../bookings/list-address';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { SelectField } from '../ui/field';
import { useNow } from '../use-now';
import { useText } from '../words';
import { CallNext } from './call-next';
import { LateDialog } from './late-dialog';
import { placesOf } from './places';
import { QueueRows } from './queue-rows';

type Props = {
  initial: { resourceId: string; queue: Queue };
  doctors: { id: string; name: string }[];
};

/** A doctor's day: who is inside, who waits and how long, who is still to come, and who has been seen. */
export const QueueView = ({ initial, doctors }: Props) => {
  const t = useText('bookings');
  const { business, may } = useStaff();
  const resourceId = useSearchParams().get('resource') ?? initial.resourceId;
  const [late, setLate] = useState(false);
  const { data } = useQuery({
    queryKey: queryKeys.bookings('queue', resourceId),
    queryFn: ({ signal }) => api<Queue>(business, 'get', 'queue', { query: { resourceId }, signal }),
    ...(resourceId === initial.resourceId && { initialData: initial.queue }),
  });
  const now = useNow(20_000);
  const rows = data?.rows ?? [];
  const { inside, waiting, expected, seen, missed } = placesOf(rows);
  const toCome = [...inside, ...waiting, ...expected].filter(
    ({ endsAt }) => now === null || Date.parse(endsAt) > now.getTime(),
  );
  const [first] = toCome;
  return (
    <>
      <PageHead title={t('queueTitle')}>
        {may('booking.change') ? (
          <Button
            disabled={!first}
            onClick={() => {
              setLate(true);
            }}
          >
            {t('late')}
          </Button>
        ) : null}
      </PageHead>
      <div className="flex max-w-2xl flex-col gap-5 px-4 pb-10 md:px-6">
        {doctors.length > 1 ? (
          <SelectField
            label={t('queueOf')}
            value={resourceId}
            onChange={(event) => {
              setParams({ resource: event.target.value });
            }}
          >
            {doctors.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        ) : null}
        {inside.length + waiting.length + expected.length > 0 ? (
          <CallNext inside={inside} next={waiting[0] ?? expected[0] ?? null} />
        ) : null}
        {rows.length === 0 && data ? <Empty title={t('queueEmpty')} /> : null}
        {rows.length > 0 && inside.length + waiting.length + expected.length === 0 ? (
          <Empty title={t('queueDone')} />
        ) : null}
        <QueueRows title={t('waitingTitle')} rows={waiting} now={now} />
        <QueueRows title={t('expectedTitle')} rows={expected} now={now} />
        <QueueRows title={t('seen')} rows={seen} now={now} />
        <QueueRows title={t('missedTitle')} rows={missed} now={now} />
      </div>
      {late && first ? (
        <LateDialog
          booking={first.id}
          resourceId={resourceId}
          count={toCome.length}
          onClose={() => {
            setLate(false);
          }}
        />
      ) : null}
    </>
  );
};
