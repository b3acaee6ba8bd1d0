import { toast } from 'sonner';
import type { Transcript } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { useReread } from './use-chats';

/** Blocks them or lets them write again, from where what they wrote is seen. */
export function useBlock({ customerId }: Transcript['chat']) {
  const { business } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const reread = useReread();
  return async (blockReason: string | null): Promise<void> => {
    const blocked = blockReason !== null;
    try {
      await api(business, 'patch', `customers/${customerId}`, {
        body: { blocked, ...(blocked && { blockReason }) },
      });
      await reread('chats');
      toast(t(blocked ? 'didBlock' : 'didUnblock'));
    } catch {
      toast(f('failed'));
    }
  };
}
