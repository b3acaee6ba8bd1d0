import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CustomerList, CustomerView } from '../../lib/customers/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';

/** Customers by pages, or those found. `first` is the page the server brought for the words `asked`. */
export function useCustomerList(q: string, first?: { asked: string; list: CustomerList }) {
  const { business } = useStaff();
  return useInfiniteQuery({
    queryKey: queryKeys.customers('list', business, q),
    queryFn: ({ pageParam, signal }) =>
      api<CustomerList>(business, 'get', 'customers', {
        query: { ...(q && { q }), ...(pageParam && { after: pageParam }) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    ...(first?.asked === q && { initialData: { pages: [first.list], pageParams: [''] } }),
    placeholderData: (before) => before,
  });
}

const viewKey = (business: string, id: string) => queryKeys.customers('one', business, id);

/** One customer, read anew when something of them changes. */
export function useCustomer(first: CustomerView) {
  const { business } = useStaff();
  return useQuery({
    queryKey: viewKey(business, first.id),
    queryFn: ({ signal }) => api<CustomerView>(business, 'get', `customers/${first.id}`, { signal }),
    initialData: first,
  });
}

/** Another customer, for a look before the two are joined; nothing while `id` is null. */
export function useOtherCustomer(id: string | null) {
  const { business } = useStaff();
  return useQuery({
    queryKey: viewKey(business, id ?? ''),
    queryFn: ({ signal }) => api<CustomerView>(business, 'get', `customers/${id ?? ''}`, { signal }),
    enabled: id !== null,
  });
}

export function useRereadCustomers(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: queryKeys.customers() });
}
