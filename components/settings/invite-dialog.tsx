import { useState } from 'react';
import type { People, RoleInput } from '../../lib/tenancy/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { CopyButton } from './copy-button';
import { RoleFields } from './role-fields';
import { usePeopleAct } from './use-people';

type Props = { open: boolean; onOpenChange: (open: boolean) => void; resources: People['resources'] };

const fresh: RoleInput = { role: 'staff', resourceId: null };

/** Makes a link for one person, to be sent by whatever means. */
export const InviteDialog = ({ open, onOpenChange, resources }: Props) => {
  const { business } = useStaff();
  const t = useText('settings');
  const { busy, act } = usePeopleAct();
  const [name, setName] = useState('');
  const [rights, setRights] = useState(fresh);
  const [link, setLink] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const lacking = name.trim() === '' || (rights.role === 'practitioner' && rights.resourceId === null);
  const make = async (): Promise<void> => {
    setTried(true);
    if (lacking) return;
    await act(async () => {
      const body = { name: name.trim(), ...rights };
      setLink((await api<{ link: string }>(business, 'post', 'people/invitations', { body })).link);
    });
  };
  const close = (): void => {
    onOpenChange(false);
    setLink(null);
    setName('');
    setRights(fresh);
    setTried(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t('invite')}
      actions={
        link === null ? (
          <Button look="primary" busy={busy} onClick={() => void make()}>
            {t('inviteDo')}
          </Button>
        ) : (
          <CopyButton text={link} />
        )
      }
    >
      {link === null ? (
        <div className="flex flex-col gap-3">
          <TextField
            label={t('inviteName')}
            value={name}
            maxLength={100}
            error={tried && name.trim() === '' ? t('nameWanted') : undefined}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
          <RoleFields value={rights} onChange={setRights} resources={resources} wanted={tried} />
        </div>
      ) : (
        <>
          <p className="text-sm">{t('inviteDone', { name })}</p>
          <p className="mt-3 rounded bg-surface-sunken px-3 py-2 font-mono text-sm wrap-anywhere select-all">
            {link}
          </p>
        </>
      )}
    </Dialog>
  );
};
