'use client';

import { useState, type ComponentProps, type ReactNode } from 'react';
import type { BookingDetail } from '../../lib/booking/desk/schema';
import { formatMoney } from '../../lib/i18n/format-money';
import type { BookingMoney, MoneyAct } from '../../lib/payments/desk/schema';
import { AskDialog } from '../ui/ask-dialog';
import { SelectField, TextField } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';
import { Segmented } from '../ui/segmented';
import { useText } from '../words';
import { readRupees, typedRupees } from './rupees';
import { useMoneyAct } from './use-money';

type Props = {
  booking: Pick<BookingDetail, 'id' | 'reference' | 'status'>;
  money: BookingMoney;
  onClose: () => void;
};

/** Every question about money: one key for as long as it stands, so that nothing is done twice. */
const Ask = ({
  booking,
  act,
  ...frame
}: Omit<ComponentProps<typeof AskDialog>, 'busy' | 'onSubmit'> & {
  booking: string;
  /** Null: something is missing, and said so. */
  act: (key: string) => MoneyAct | null;
}) => {
  const [key] = useState(() => crypto.randomUUID());
  const doing = useMoneyAct(booking);
  const submit = (): void => {
    const wanted = act(key);
    if (wanted) doing.mutate(wanted, { onSuccess: frame.onClose });
  };
  return <AskDialog {...frame} busy={doing.isPending} onSubmit={submit} />;
};

/** An amount as it is typed, and what it comes to. */
function useAmount(first: number) {
  const t = useText('bookings');
  const [text, setText] = useState(typedRupees(Math.max(0, first)));
  const paise = readRupees(text);
  const field = (label: string): ReactNode => (
    <TextField
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      error={paise === null || paise === 0 ? t('amountWrong') : undefined}
      onChange={(event) => {
        setText(event.target.value);
      }}
    />
  );
  return { paise: paise === 0 ? null : paise, shown: formatMoney(paise ?? 0), setText, field };
}

const methods = ['cash', 'upi', 'card'] as const;

/** Takes money at the desk. */
export const TakeDialog = ({ booking, money, onClose }: Props) => {
  const t = useText('bookings');
  const { paise, shown, field } = useAmount(money.duePaise);
  const [method, setMethod] = useState<(typeof methods)[number]>('cash');
  const [reference, setReference] = useState('');
  return (
    <Ask
      booking={booking.id}
      title={t('takeTitle')}
      lead={t('takeLead', { reference: booking.reference, due: formatMoney(money.duePaise) })}
      label={t('takeDo', { amount: shown })}
      onClose={onClose}
      act={(key) =>
        paise === null
          ? null
          : { act: 'take', key, amountPaise: paise, method, bankReference: reference.trim(), note: '' }
      }
    >
      {field(t('takeAmount'))}
      <Segmented
        label={t('takeMethod')}
        value={method}
        onChange={setMethod}
        options={methods.map((value) => ({ value, label: t(`method_${value}`) }))}
        className="self-start"
      />
      {method === 'cash' ? null : (
        <TextField
          label={t('takeReference')}
          value={reference}
          autoComplete="off"
          onChange={(event) => {
            setReference(event.target.value);
          }}
        />
      )}
    </Ask>
  );
};

/** Gives money back, of one payment. */
export const RefundDialog = ({ booking, money, onClose }: Props) => {
  const t = useText('bookings');
  const open = money.payments.filter(({ refundablePaise }) => refundablePaise > 0);
  const stands = booking.status !== 'cancelled';
  const [payment, setPayment] = useState(open[0]);
  const { paise, shown, setText, field } = useAmount(payment?.refundablePaise ?? 0);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const [tell, setTell] = useState(true);
  const [afterwards, setAfterwards] = useState<'let-go' | 'owed'>('let-go');
  // What was paid beyond the price leaves nothing owed, whatever of it goes back.
  const owedPaise = (paise ?? 0) - Math.max(0, -money.duePaise);
  return (
    <Ask
      booking={booking.id}
      title={t('refundTitle')}
      lead={t('refundLead')}
      label={t('refundDo', { amount: shown })}
      onClose={onClose}
      act={(key) => {
        setMissing(reason.trim() === '');
        if (paise === null || reason.trim() === '' || !payment) return null;
        const wanted = { paymentId: payment.id, amountPaise: paise, reason: reason.trim() };
        return { act: 'refund', key, ...wanted, tell, afterwards };
      }}
    >
      {open.length > 1 ? (
        <SelectField
          label={t('refundPayment')}
          value={payment?.id}
          onChange={(event) => {
            const chosen = open.find(({ id }) => id === event.target.value);
            setPayment(chosen);
            setText(typedRupees(chosen?.refundablePaise ?? 0));
          }}
        >
          {open.map((one) => (
            <option key={one.id} value={one.id}>
              {t(`method_${one.method}`)} · {formatMoney(one.refundablePaise)}
            </option>
          ))}
        </SelectField>
      ) : null}
      {field(t('refundAmount'))}
      <TextField
        label={t('refundReason')}
        value={reason}
        error={missing && reason.trim() === '' ? t('refundReasonMissing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      {owedPaise > 0 && stands ? (
        <RadioGroup
          label={t('refundAfterwards')}
          value={afterwards}
          onChange={setAfterwards}
          options={[
            { value: 'let-go', label: t('refund_let_go') },
            { value: 'owed', label: t('refund_owed', { amount: formatMoney(owedPaise) }) },
          ]}
        />
      ) : null}
      <label className="flex min-h-11 items-center gap-3 text-sm md:min-h-9">
        <input
          type="checkbox"
          className="size-5 accent-accent md:size-4"
          checked={tell}
          onChange={(event) => {
            setTell(event.target.checked);
          }}
        />
        {t('refundTell')}
      </label>
    </Ask>
  );
};

/** Lets a part of the price go. */
export const DiscountDialog = ({ booking, money, onClose }: Props) => {
  const t = useText('bookings');
  const { paise, shown, field } = useAmount(money.duePaise);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <Ask
      booking={booking.id}
      title={t('discountTitle')}
      lead={t('discountLead', { due: formatMoney(money.duePaise) })}
      label={t('discountDo', { amount: shown })}
      onClose={onClose}
      act={(key) => {
        setMissing(reason.trim() === '');
        if (paise === null || reason.trim() === '') return null;
        return { act: 'discount', key, amountPaise: paise, reason: reason.trim() };
      }}
    >
      {field(t('takeAmount'))}
      <TextField
        label={t('refundReason')}
        value={reason}
        error={missing && reason.trim() === '' ? t('refundReasonMissing') : undefined}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
    </Ask>
  );
};
