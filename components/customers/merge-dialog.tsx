import { useDeferredValue, useState } from 'react';
import { toast } from 'sonner';
import { formatPhone } from '../format-phone';
import type { CustomerView } from '../../lib/customers/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { useCustomerList, useOtherCustomer, useRereadCustomers } from './use-customers';

type Props = { customer: CustomerView; open: boolean; onOpenChange: (open: boolean) => void };

/** What the other record brings, and which number is lost where both have one. */
const Preview = ({ customer, other }: { customer: CustomerView; other: CustomerView }) => {
  const t = useText('customers');
  const { counts, attendees } = other;
  return (
    <div className="mt-3 border-t border-hairline pt-3">
      <p className="text-sm font-semibold">
        {other.name ?? other.profileName ?? t('unnamed')} · {formatPhone(other.phone) ?? t('noPhone')}
      </p>
      <p className="text-sm">
        {t('mergePreview', {
          bookings: counts.bookings + counts.cancelled,
          messages: counts.messages,
          family: attendees.length,
        })}
      </p>
      {customer.phone && other.phone && customer.phone !== other.phone ? (
        <p className="text-sm font-semibold text-danger">
          {t('mergeNumber', {
            phone: formatPhone(other.phone) ?? '',
            kept: formatPhone(customer.phone) ?? '',
          })}
        </p>
      ) : null}
    </div>
  );
};

/** Finds the other record of the same person, shows what would move, and joins both. */
export const MergeDialog = ({ customer, open, onOpenChange }: Props) => {
  const { business } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const reread = useRereadCustomers();
  const [words, setWords] = useState(customer.name ?? customer.profileName ?? '');
  const [picked, setPicked] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const found = useCustomerList(useDeferredValue(words.trim()));
  const other = useOtherCustomer(picked).data;
  const others = (found.data?.pages[0]?.customers ?? []).filter((one) => one.id !== customer.id).slice(0, 8);
  const join = async (): Promise<void> => {
    setBusy(true);
    try {
      await api(business, 'post', `customers/${customer.id}/merge`, { body: { drop: picked } });
      onOpenChange(false);
      setPicked(null);
      await reread();
      toast(t('merged'));
    } catch {
      toast(f('failed'));
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('mergeTitle')}
      lead={t('mergeHint')}
      actions={
        <Button look="primary" busy={busy} disabled={!other} onClick={() => void join()}>
          {t('mergeDo')}
        </Button>
      }
    >
      <TextField
        label={t('search')}
        type="search"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setPicked(null);
        }}
      />
      <div
        role="radiogroup"
        aria-label={t('mergePick')}
        className="mt-2 flex flex-col divide-y divide-hairline"
      >
        {others.map((one) => (
          <label key={one.id} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="merge"
              checked={picked === one.id}
              onChange={() => {
                setPicked(one.id);
              }}
              className="size-4 accent-(--accent)"
            />
            <span className="min-w-0 flex-1 truncate text-sm">{one.name ?? t('unnamed')}</span>
            <span className="text-sm text-muted">{formatPhone(one.phone) ?? t('noPhone')}</span>
          </label>
        ))}
      </div>
      {other ? <Preview customer={customer} other={other} /> : null}
    </Dialog>
  );
};
