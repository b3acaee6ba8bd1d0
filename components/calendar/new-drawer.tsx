'use client';

import { useState } from 'react';
import { useStaff } from '../frame/staff-context';
import { Drawer } from '../ui/dialog';
import { Skeleton } from '../ui/empty';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { BlockForm } from './block-form';
import type { Wanted } from './draft';
import type { CalendarResource, CalendarService } from './entries';
import { NewBookingForm } from './new-booking-form';
import type { Labels } from './use-labels';
import { useNamedCustomer } from './use-named-customer';

type Props = {
  wanted: Wanted;
  /** Whom the address names. */
  customer: string | null;
  services: readonly CalendarService[];
  resources: readonly CalendarResource[];
  labels: Labels;
  /** What the open form would take; null when it is closed. */
  onDraft: (draft: Wanted | null) => void;
  onClose: () => void;
  onBooked: () => void;
};

/** Something new at a time: a booking, or time that nobody may book. */
export const NewDrawer = ({ customer, onClose, onBooked, services, resources, ...rest }: Props) => {
  const t = useText('calendar');
  const { may } = useStaff();
  const [what, setWhat] = useState<'booking' | 'block'>('booking');
  const { who, isPending } = useNamedCustomer(customer);
  const offered = resources.filter((one) => !one.archived);
  return (
    <Drawer
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t(what === 'booking' ? 'newBooking' : 'blockTime')}
    >
      {may('block.change') ? (
        <Segmented
          label={t('what')}
          className="mb-4"
          value={what}
          onChange={setWhat}
          options={[
            { value: 'booking', label: t('booking') },
            { value: 'block', label: t('blockTime') },
          ]}
        />
      ) : null}
      {what === 'booking' && isPending ? (
        <div aria-hidden className="flex flex-col gap-4">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : what === 'booking' ? (
        <NewBookingForm
          {...rest}
          known={who}
          services={services.filter((one) => !one.archived)}
          resources={offered}
          onDone={onBooked}
        />
      ) : (
        <BlockForm {...rest} resources={offered} onDone={onClose} />
      )}
    </Drawer>
  );
};
