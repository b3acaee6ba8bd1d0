'use client';

import { useMutation } from '@tanstack/react-query';
import { toast } from 'sonner';
import type { CalendarBlock } from '../../lib/booking/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import type { Labels } from './use-labels';

const hints = {
  block: 'blockHint',
  leave: 'blockHint',
  busy: 'busyHint',
  moving: 'movingHint',
} as const;

/** A block in hand: why it stands, and giving its time back. */
export const BlockPanel = ({
  block,
  labels,
  onClose,
}: {
  block: CalendarBlock;
  labels: Labels;
  onClose: () => void;
}) => {
  const t = useText('calendar');
  const { business, may } = useStaff();
  const lifts = (block.kind === 'block' || block.kind === 'leave') && may('block.change');
  const lift = useMutation({
    mutationFn: () => api<undefined>(business, 'delete', 'calendar/blocks', { body: { ids: block.ids } }),
    onSuccess: () => {
      toast(t('lifted'));
      onClose();
    },
    onError: () => toast(t('failed')),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={labels.block(block)}
      lead={labels.fullSpan(block)}
      actions={
        lifts ? (
          <Button
            look="danger"
            busy={lift.isPending}
            onClick={() => {
              lift.mutate();
            }}
          >
            {t('lift')}
          </Button>
        ) : null
      }
    >
      <p className="text-sm text-muted">{t(hints[block.kind])}</p>
    </Dialog>
  );
};
