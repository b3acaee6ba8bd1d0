'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Placed } from '../../lib/booking/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import type { WhoBody } from './draft';
import { useQuote, type QuoteWish } from './use-quote';

type Input = {
  /** null: it is not asked for. */
  slot: QuoteWish | null;
  customerId: string | null;
  /** Made once for one form: pressing again after a lost answer books nothing twice. */
  actKey: string;
  notify: boolean;
  who: WhoBody;
  onDone: () => void;
};

/** One booking in the making: what it costs and meets, the reason where a rule is bent, and the act itself. */
export function useBookOnce({ slot, customerId, actKey, notify, who, onDone }: Input) {
  const t = useText('calendar');
  const { business } = useStaff();
  const [reason, setReason] = useState('');
  const quote = useQuote(slot ? { ...slot, ...(customerId && { customerId }) } : null);
  const hard = quote.data?.hard ?? null;
  const save = useMutation({
    mutationFn: () =>
      api<Placed>(business, 'post', 'calendar/bookings', {
        body: {
          ...slot,
          ...who,
          key: actKey,
          overrideReason: hard ? reason.trim() || null : null,
          notify,
        },
      }),
    onSuccess: (placed) => {
      if (placed.outcome !== 'done') {
        toast(t('refused'));
        void quote.refetch();
        return;
      }
      toast(placed.told ? t(`told-${placed.told}`) : t('booked', { reference: placed.reference }));
      onDone();
    },
  });
  return { quote, hard, reason, setReason, save, blocked: !slot || (hard !== null && !reason.trim()) };
}
