import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import { formatPhone } from '../format-phone';
import type { CustomerView } from '../../lib/customers/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { Menu, MenuItem, MenuLine } from '../ui/menu';
import { useText } from '../words';
import { BlockDialog } from './block-dialog';
import { MergeDialog } from './merge-dialog';
import { useRereadCustomers } from './use-customers';

type Props = { customer: CustomerView };
type Open = { open: boolean; onOpenChange: (open: boolean) => void };

/** Everything stored about them, as a file. */
async function download(business: string, id: string): Promise<void> {
  const body = await api<object>(business, 'post', `customers/${id}/export`);
  const url = URL.createObjectURL(new Blob([JSON.stringify(body, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `customer-${id}.json`;
  link.click();
  URL.revokeObjectURL(url);
}

const EraseDialog = ({ customer, open, onOpenChange }: Props & Open) => {
  const { business } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const router = useRouter();
  const reread = useRereadCustomers();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const erase = async (): Promise<void> => {
    setBusy(true);
    try {
      await api(business, 'post', `customers/${customer.id}/erase`, { body: { confirm: 'erase' } });
      await reread();
      toast(t('didErase'));
      router.push(`/${business}/customers`);
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  const word = t('eraseWord');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('eraseTitle', { name: customer.name ?? formatPhone(customer.phone) ?? '' })}
      actions={
        <Button
          look="danger"
          busy={busy}
          disabled={typed.trim().toLowerCase() !== word}
          onClick={() => void erase()}
        >
          {t('eraseDo')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">{t('eraseHint')}</p>
        {customer.counts.upcoming > 0 ? (
          <p className="text-sm font-semibold">{t('eraseUpcoming', { count: customer.counts.upcoming })}</p>
        ) : null}
        <TextField
          label={t('eraseConfirm', { word })}
          value={typed}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </div>
    </Dialog>
  );
};

/** The rare acts on a customer, behind one button. */
export const CustomerActs = ({ customer }: Props) => {
  const { business, may } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const reread = useRereadCustomers();
  const [dialog, setDialog] = useState<'block' | 'merge' | 'erase' | null>(null);
  const opened = (name: typeof dialog): Open => ({
    open: dialog === name,
    onOpenChange: (open) => {
      setDialog(open ? name : null);
    },
  });
  const act = async (work: () => Promise<unknown>, said: string): Promise<void> => {
    try {
      await work();
      await reread();
      toast(said);
    } catch {
      toast(f('failed'));
    }
    setDialog(null);
  };
  const block = (blockReason: string | null): void => {
    const blocked = blockReason !== null;
    void act(
      () =>
        api(business, 'patch', `customers/${customer.id}`, {
          body: { blocked, ...(blocked && { blockReason }) },
        }),
      t(blocked ? 'didBlock' : 'didUnblock'),
    );
  };
  return (
    <>
      <Menu trigger={<Button>{t('more')}</Button>}>
        {may('customer.change') ? (
          <MenuItem
            onSelect={() => {
              if (customer.blockedAt) block(null);
              else setDialog('block');
            }}
          >
            {t(customer.blockedAt ? 'unblock' : 'block')}
          </MenuItem>
        ) : null}
        {may('customer.merge') ? (
          <MenuItem
            onSelect={() => {
              setDialog('merge');
            }}
          >
            {t('merge')}
          </MenuItem>
        ) : null}
        {may('customer.erase') ? (
          <>
            <MenuItem onSelect={() => void act(() => download(business, customer.id), t('exported'))}>
              {t('export')}
            </MenuItem>
            <MenuLine />
            <MenuItem
              danger
              onSelect={() => {
                setDialog('erase');
              }}
            >
              {t('erase')}
            </MenuItem>
          </>
        ) : null}
      </Menu>
      <BlockDialog customer={customer} {...opened('block')} onBlock={block} />
      <MergeDialog customer={customer} {...opened('merge')} />
      <EraseDialog customer={customer} {...opened('erase')} />
    </>
  );
};
