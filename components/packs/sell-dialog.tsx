import { useState } from 'react';
import { toast } from 'sonner';
import { formatMoney } from '../../lib/i18n/format-money';
import type { PackOffer } from '../../lib/packs/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { AskDialog } from '../ui/ask-dialog';
import { TextField } from '../ui/field';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { PickCustomer } from './pick-customer';
import { usePackWords } from './use-pack-words';
import { useRereadPacks } from './use-packs';

const methods = ['cash', 'upi', 'card'] as const;

type Props = {
  /** What can be sold; the one alone is chosen. */
  offers: PackOffer[];
  /** null: it is asked for. */
  customer: string | null;
  onClose: () => void;
};

/** Sells a pack with the money taken at the desk. */
export const SellDialog = ({ offers, customer, onClose }: Props) => {
  const { business } = useStaff();
  const t = useText('packs');
  const f = useText('frame');
  const { line, nameOf } = usePackWords();
  const reread = useRereadPacks();
  // Pressed twice, it sells once.
  const [key] = useState(() => crypto.randomUUID());
  const [offerId, setOfferId] = useState(offers.length === 1 ? (offers[0]?.id ?? null) : null);
  const [customerId, setCustomerId] = useState(customer);
  const [method, setMethod] = useState<(typeof methods)[number]>('cash');
  const [reference, setReference] = useState('');
  const [busy, setBusy] = useState(false);
  const offer = offers.find(({ id }) => id === offerId);
  const free = offer?.pricePaise === 0;
  const sell = async (name: string): Promise<void> => {
    setBusy(true);
    try {
      const body = { key, offerId, customerId, method, ...(reference.trim() && { reference }) };
      await api(business, 'post', 'packs', { body });
      await reread();
      toast(t('sold', { name }));
      onClose();
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  return (
    <AskDialog
      title={t('sellTitle')}
      lead={offer && `${nameOf(offer.name)} · ${formatMoney(offer.pricePaise)}`}
      label={t(free ? 'sellFree' : 'sellDo')}
      busy={busy}
      disabled={!offer || customerId === null}
      onSubmit={() => {
        if (offer) void sell(nameOf(offer.name));
      }}
      onClose={onClose}
    >
      {offers.length === 1 ? null : (
        <div role="radiogroup" aria-label={t('which')} className="flex flex-col divide-y divide-hairline">
          {offers.map((one) => (
            <label key={one.id} className="flex min-h-12 items-center gap-3 py-2">
              <input
                type="radio"
                name="pack-offer"
                checked={offerId === one.id}
                onChange={() => {
                  setOfferId(one.id);
                }}
                className="size-4 shrink-0 accent-(--accent)"
              />
              <span className="min-w-0 text-sm">
                {nameOf(one.name)}
                <span className="block text-xs text-muted">{line(one)}</span>
              </span>
            </label>
          ))}
        </div>
      )}
      {customer === null ? <PickCustomer picked={customerId} onPick={setCustomerId} /> : null}
      {free ? null : (
        <>
          <div className="flex flex-col gap-1">
            <span className="text-sm font-semibold">{t('method')}</span>
            <Segmented
              label={t('method')}
              className="self-start"
              value={method}
              options={methods.map((value) => ({ value, label: t(value) }))}
              onChange={setMethod}
            />
          </div>
          {method === 'cash' ? null : (
            <TextField
              label={t('reference')}
              hint={t('referenceHint')}
              maxLength={40}
              autoComplete="off"
              value={reference}
              onChange={(event) => {
                setReference(event.target.value);
              }}
            />
          )}
        </>
      )}
    </AskDialog>
  );
};
