'use client';

import { useState } from 'react';
import type { PaymentRow } from '../../lib/payments/desk/schema';
import { AskDialog } from '../ui/ask-dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { amountOf } from './attention-list';
import { useSettle } from './use-settle';

export type Settling = { payment: PaymentRow; act: 'apply' | 'refund' | 'settle' };

/** Asks what is missing before a payment is decided on: a booking's number, or a reason. */
export const SettleDialog = ({ settling, onClose }: { settling: Settling; onClose: () => void }) => {
  const t = useText('payments');
  const { payment, act } = settling;
  const [text, setText] = useState('');
  const [missing, setMissing] = useState(false);
  const doing = useSettle();
  const named = act === 'apply' && payment.booking !== null;
  const submit = (): void => {
    const given = text.trim();
    setMissing(!named && given === '');
    if (!named && given === '') return;
    const body =
      act === 'apply'
        ? { act, reference: named ? null : given }
        : act === 'refund'
          ? { act, reason: given }
          : { act, note: given };
    doing.mutate({ path: `payments/${payment.id}`, body }, { onSuccess: onClose });
  };
  const title = t(act === 'refund' ? 'sendBack' : act === 'settle' ? 'settle' : named ? 'apply' : 'applyTo');
  return (
    <AskDialog
      title={title}
      lead={`${amountOf(payment)}${payment.booking ? ` · ${payment.booking.reference}` : ''}`}
      label={title}
      busy={doing.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {named ? null : (
        <TextField
          label={t(act === 'apply' ? 'applyReference' : 'reason')}
          value={text}
          autoComplete="off"
          error={missing ? t(act === 'apply' ? 'referenceMissing' : 'reasonMissing') : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setMissing(false);
          }}
        />
      )}
    </AskDialog>
  );
};
