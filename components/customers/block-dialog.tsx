import { useState } from 'react';
import { formatPhone } from '../format-phone';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';

type Props = {
  customer: { name: string | null; phone: string | null };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onBlock: (reason: string) => void;
};

/** Asks why before somebody is blocked, and says what that means. */
export const BlockDialog = ({ customer, open, onOpenChange, onBlock }: Props) => {
  const t = useText('customers');
  const [reason, setReason] = useState('');
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('blockTitle', { name: customer.name ?? formatPhone(customer.phone) ?? '' })}
      actions={
        <Button
          look="danger"
          disabled={reason.trim() === ''}
          onClick={() => {
            onBlock(reason.trim());
          }}
        >
          {t('block')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <p className="text-sm">{t('blockHint')}</p>
        <TextField
          label={t('blockReason')}
          value={reason}
          maxLength={200}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </div>
    </Dialog>
  );
};
