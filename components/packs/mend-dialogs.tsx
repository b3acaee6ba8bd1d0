import { useState, type ReactNode } from 'react';
import { toast } from 'sonner';
import type { SoldPack } from '../../lib/packs/types';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { usePackWords } from './use-pack-words';
import { useRereadPacks } from './use-packs';

type Props = { pack: SoldPack; onClose: () => void };

/** A change of a sold pack by hand, with its reason. */
const Mend = ({
  title,
  path,
  body,
  onClose,
  children,
}: {
  title: string;
  path: string;
  /** What is sent with the reason; null: it is wrong as it stands. */
  body: object | null;
  onClose: () => void;
  children: (tried: boolean) => ReactNode;
}) => {
  const { business } = useStaff();
  const t = useText('packs');
  const f = useText('frame');
  const reread = useRereadPacks();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setTried(true);
    if (body === null || reason.trim() === '') return;
    setBusy(true);
    try {
      await api(business, 'post', path, { body: { ...body, reason } });
      await reread();
      toast(f('saved'));
      onClose();
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={title}
      actions={
        <Button look="primary" busy={busy} onClick={() => void save()}>
          {f('save')}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {children(tried)}
        <TextField
          label={t('reason')}
          error={tried && reason.trim() === '' ? t('reasonWanted') : undefined}
          maxLength={200}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </div>
    </Dialog>
  );
};

/** Gives minutes or visits by hand, or takes them. */
export const CorrectDialog = ({ pack, onClose }: Props) => {
  const t = useText('packs');
  const { nameOf } = usePackWords();
  const [key] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState('');
  const amount = Number(typed.replace('−', '-'));
  const right =
    typed.trim() !== '' && Number.isInteger(amount) && amount !== 0 && pack.remaining + amount >= 0;
  return (
    <Mend
      title={t('correctTitle', { name: nameOf(pack.name) })}
      path={`packs/${pack.id}/correct`}
      body={right ? { key, amount } : null}
      onClose={onClose}
    >
      {(tried) => (
        <TextField
          label={t(pack.kind === 'hours' ? 'correctMinutes' : 'correctVisits')}
          error={tried && !right ? t('correctWrong') : undefined}
          autoComplete="off"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
    </Mend>
  );
};

/** Lets it be used until another day. */
export const ExtendDialog = ({ pack, onClose }: Props) => {
  const t = useText('packs');
  const { nameOf } = usePackWords();
  const [endsOn, setEndsOn] = useState(pack.endsOn);
  return (
    <Mend
      title={t('extendTitle', { name: nameOf(pack.name) })}
      path={`packs/${pack.id}/extend`}
      body={endsOn >= pack.startsOn ? { endsOn } : null}
      onClose={onClose}
    >
      {() => (
        <TextField
          label={t('lastDay')}
          type="date"
          min={pack.startsOn}
          required
          value={endsOn}
          onChange={(event) => {
            setEndsOn(event.target.value);
          }}
        />
      )}
    </Mend>
  );
};
