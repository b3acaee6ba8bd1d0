'use client';

import { toast } from 'sonner';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import { useSave } from './use-save';

/** Asks before closed days are opened again. */
export const LiftDialog = ({ id, name, onClose }: { id: string; name: string; onClose: () => void }) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const save = useSave(() => {
    toast(t('lifted'));
    onClose();
  });
  if (!may('setup.change')) return null;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('liftTitle')}
      lead={name}
      actions={
        <>
          <Button onClick={onClose}>{frame('cancel')}</Button>
          <Button
            look="primary"
            busy={save.isPending}
            onClick={() => {
              save.mutate({ method: 'delete', path: `setup/closures/${id}` });
            }}
          >
            {t('lift')}
          </Button>
        </>
      }
    >
      <p className="text-sm">{t('liftHint')}</p>
    </Dialog>
  );
};
