'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toast } from 'sonner';
import type { SeriesBooked, SeriesWish } from '../../lib/booking/series/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import type { WhoBody } from './draft';
import { chosenOf, type Choices } from './repeat';
import { useSeriesPlan } from './use-series-plan';

type Input = {
  /** null: it is not asked for, or not possible. */
  rule: SeriesWish['rule'] | null;
  customerId: string | null;
  /** Made once for one form: pressing again after a lost answer books nothing twice. */
  actKey: string;
  notify: boolean;
  who: WhoBody;
  onDone: () => void;
};

/** A series in the making: its dates as they stand, what staff chose for those that are not free, and the act itself. */
export function useBookSeries({ rule, customerId, actKey, notify, who, onDone }: Input) {
  const t = useText('calendar');
  const { business } = useStaff();
  const [choices, setChoices] = useState<Choices>({});
  const [chosenNow, setChosenNow] = useState<SeriesWish['dates']>(null);
  const plan = useSeriesPlan(rule && { rule, customerId, dates: chosenNow });
  const dates = plan.data?.dates ?? [];
  const chosen = chosenOf(dates, choices);
  const choose = (next: Choices): void => {
    setChoices(next);
    setChosenNow(chosenOf(dates, next).map(({ date }) => date));
  };
  const save = useMutation({
    mutationFn: () =>
      api<SeriesBooked>(business, 'post', 'calendar/series', {
        body: { rule, ...who, key: actKey, dates: chosen.map(({ date }) => date), notify },
      }),
    onSuccess: (booked) => {
      if (booked.outcome === 'taken') {
        toast(t('seriesTaken'));
        void plan.refetch();
        return;
      }
      toast(booked.told ? t(`told-${booked.told}`) : t('seriesBooked', { count: booked.count }));
      onDone();
    },
  });
  return {
    plan,
    dates,
    choices,
    choose,
    /** The rule has changed: what was chosen for its dates means nothing any more. */
    forget: () => {
      setChoices({});
      setChosenNow(null);
    },
    count: chosen.length,
    save,
    blocked: rule === null || chosen.length === 0 || plan.isPlaceholderData,
  };
}
