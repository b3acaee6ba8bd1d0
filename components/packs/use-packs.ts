import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { OffersView, SoldPacks } from '../../lib/packs/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

/** What is sold ahead; `first` is what the server brought. */
export function useOffers(first?: OffersView) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.setup('packs', business),
    queryFn: ({ signal }) => api<OffersView>(business, 'get', 'packs/offers', { signal }),
    ...(first && { initialData: first }),
  });
}

/** Packs that were sold: of one customer, or of all. */
export function useSoldPacks(customer: string | null, first?: SoldPacks) {
  const { business } = useStaff();
  return useQuery({
    queryKey: queryKeys.customers('packs', business, customer),
    queryFn: ({ signal }) =>
      api<SoldPacks>(business, 'get', 'packs', { ...(customer && { query: { customer } }), signal }),
    ...(first && { initialData: first }),
  });
}

/** Has everything about packs read again after an act of our own. */
export function useRereadPacks(): () => Promise<void> {
  const client = useQueryClient();
  const { business } = useStaff();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.setup('packs', business) }),
      client.invalidateQueries({ queryKey: queryKeys.customers('packs', business) }),
    ]);
  };
}
