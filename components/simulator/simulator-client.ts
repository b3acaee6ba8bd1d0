import axios from 'axios';
import type {
  CustomerChange,
  MisbehaviourChange,
  NewCustomerInput,
  PhoneAction,
} from '../../lib/simulator/phone-schema';
import type { Customer } from '../../lib/simulator/types';
import type { ThreadView } from '../../lib/workflows/load-thread-view';

const http = axios.create({ baseURL: '/api/simulator', timeout: 20_000 });

export const feedAddress = '/api/simulator/events';

export const sendAction = async (customerId: string, action: PhoneAction): Promise<void> => {
  await http.post(`/customers/${customerId}/actions`, action);
};

export const changeCustomer = async (customerId: string, change: CustomerChange): Promise<void> => {
  await http.post(`/customers/${customerId}`, change);
};

export const createCustomer = async (customer: NewCustomerInput): Promise<Customer> =>
  (await http.post<Customer>('/customers', customer)).data;

export const misbehave = async (change: MisbehaviourChange): Promise<void> => {
  await http.post('/misbehave', change);
};

export const resetSimulator = async (): Promise<void> => {
  await http.post('/reset', {});
};

/** What the engine remembers of the chat with this phone; null before its first message. */
export const loadThread = async (
  { waId, bsuid }: Pick<Customer, 'waId' | 'bsuid'>,
  signal: AbortSignal,
): Promise<ThreadView | null> =>
  (await http.get<{ thread: ThreadView | null }>('/thread', { params: { waId, bsuid }, signal })).data.thread;

/** What went wrong, in the server's words where it gave any. */
export const reasonOf = (error: unknown): string => {
  if (axios.isAxiosError<{ error?: string; detail?: string }>(error)) {
    return error.response?.data.error ?? error.response?.data.detail ?? error.message;
  }
  return error instanceof Error ? error.message : String(error);
};
