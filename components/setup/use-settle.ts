'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AffectedBooking, Settled } from '../../lib/catalog/closures/schema';
import type { Closure } from '../../lib/scheduling/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

export type Result = Settled | 'kept' | 'failed' | 'working';

/**
 * Closes first, so that nobody books meanwhile, then goes through the people one by one, each on its own: what failed
 * leaves the others done, and whoever remains is found under the closure again.
 */
export function useSettle(closure: Closure | null, stored: boolean) {
  const { business } = useStaff();
  const client = useQueryClient();
  const [begun, setBegun] = useState<AffectedBooking[] | null>(null);
  const [results, setResults] = useState<Record<string, Result>>({});
  const [state, setState] = useState<'idle' | 'running' | 'finished' | 'failed'>('idle');

  const settleOne = async (booking: AffectedBooking, act: string): Promise<Result> => {
    if (act === 'keep') return 'kept';
    setResults((known) => ({ ...known, [booking.id]: 'working' }));
    const body = { bookingId: booking.id, version: booking.version, act, reason: closure?.reason };
    return api<Settled>(business, 'post', 'setup/closures/settle', { body }).catch(() => 'failed' as const);
  };

  const run = async (bookings: AffectedBooking[], choices: Record<string, string>): Promise<void> => {
    if (!closure) return;
    setBegun(bookings);
    setState('running');
    const saved =
      stored ||
      (await api(business, 'post', 'setup/closures', { body: closure }).then(
        () => true,
        () => false,
      ));
    if (!saved) {
      setBegun(null);
      setState('failed');
      return;
    }
    for (const booking of bookings) {
      const result = await settleOne(booking, choices[booking.id] ?? 'keep');
      setResults((known) => ({ ...known, [booking.id]: result }));
    }
    setState('finished');
    await client.invalidateQueries({ queryKey: queryKeys.setup() });
  };
  return {
    run,
    begun,
    results,
    running: state === 'running',
    finished: state === 'finished',
    failed: state === 'failed',
  };
}
