'use client';

import type { UnusedEvent } from '../../lib/payments/desk/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { EventBody } from './payment-timeline';
import { useSettle } from './use-settle';

/** What the gateway told us and nothing could be made of: kept whole, until somebody has looked. */
export const UnusedEvents = ({ events }: { events: readonly UnusedEvent[] }) => {
  const t = useText('payments');
  const language = useLanguage();
  const { zone, may } = useStaff();
  const doing = useSettle();
  return events.map((event) => (
    <li key={event.id} className="flex flex-col gap-2 border-b border-hairline px-4 py-3 md:px-6">
      <p className="text-sm font-medium break-words">
        {t(event.status === 'unmatched' ? 'eventUnmatched' : 'eventFailed')}
      </p>
      <p className="text-sm break-words text-muted">
        <code className="break-all">{event.name}</code> · {formatInstant(language, event.receivedAt, zone)}
        {event.error ? ` · ${event.error}` : ''}
      </p>
      {event.body === null ? null : <EventBody text={event.body} />}
      {may('payment.settle') ? (
        <div className="flex flex-wrap gap-2">
          {(['retry', 'set-aside'] as const).map((act) => (
            <Button
              key={act}
              look={act === 'retry' ? 'secondary' : 'quiet'}
              disabled={doing.isPending}
              onClick={() => {
                doing.mutate({ path: `payments/events/${event.id}`, body: { act } });
              }}
            >
              {t(act === 'retry' ? 'eventRetry' : 'eventSetAside')}
            </Button>
          ))}
        </div>
      ) : null}
    </li>
  ));
};
