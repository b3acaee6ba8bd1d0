'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { PaymentAccountPage } from '../../lib/payments/accounts/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { useText } from '../words';

/** The first event may come any moment while its owner is setting the webhook up. */
const everyMs = 5_000;

export function usePaymentAccount(first: PaymentAccountPage) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('payment-account'),
    queryFn: ({ signal }) => api<PaymentAccountPage>(business, 'get', 'payment-account', { signal }),
    initialData: first,
    refetchInterval: everyMs,
  });
}

type Change = { method: 'put' | 'post' | 'delete'; path: string; body?: object };

/** Changes something about how customers pay, and says whether it went. */
export function useAccountChange() {
  const { business } = useStaff();
  const t = useText('settings');
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ method, path, body }: Change) =>
      api<unknown>(business, method, path, { ...(body && { body }) }),
    onSuccess: () => {
      toast(t('pay_saved'));
    },
    onError: () => {
      toast(t('pay_failed'));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: queryKeys.setup() }),
  });
}
