'use client';

import { useMemo } from 'react';
import type { CalendarView } from '../../lib/booking/schema';
import { columnsOf, filtered, type Column } from './entries';
import type { CalendarState } from './state';

type Input = {
  data: CalendarView | undefined;
  /** Other days are on their way. */
  isPlaceholderData: boolean;
  state: CalendarState;
  /** The one court or doctor whose week it is. */
  weekOf: string | null;
};

/** The columns that the filters leave, each with what touches it. */
export const useColumns = ({ data, isPlaceholderData, state, weekOf }: Input): Column[] =>
  useMemo(() => {
    if (!data) return [];
    const only = weekOf ?? state.resource;
    const resources = data.resources.filter((one) => only === null || one.id === only);
    // While other days are on their way, their columns stand empty rather than with yesterday's bookings.
    return isPlaceholderData
      ? columnsOf({ ...data, blocks: [] }, [], resources)
      : columnsOf(data, filtered(data.bookings, state), resources);
  }, [data, isPlaceholderData, weekOf, state]);
