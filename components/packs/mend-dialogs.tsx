import { useState, type ReactNode } from 'react';
import { toast } from 'sonner';
import { formatMoney } from '../../lib/i18n/format-money';
import type { SoldPack } from '../../lib/packs/types';
import { api } from '../api';
import { readRupees, typedRupees } from '../booking/rupees';
import { useStaff } from '../frame/staff-context';
import { AskDialog } from '../ui/ask-dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { usePackWords } from './use-pack-words';
import { useRereadPacks } from './use-packs';

type Props = { pack: SoldPack; onClose: () => void };

/** A change of a sold pack by hand, with its reason. */
const Mend = ({
  title,
  lead,
  label,
  done,
  path,
  body,
  onClose,
  children,
}: {
  title: string;
  lead?: string;
  label?: string;
  /** What is said once it is done. */
  done?: string;
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
      toast(done ?? f('saved'));
      onClose();
    } catch {
      toast(f('failed'));
      setBusy(false);
    }
  };
  return (
    <AskDialog
      title={title}
      lead={lead}
      label={label ?? f('save')}
      busy={busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
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
    </AskDialog>
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

/** What is offered first: the part that is left of it, in whole rupees; all of a membership. */
const leftOf = ({ keptPaise, pricePaise, remaining, quantity }: SoldPack): number =>
  quantity === null
    ? keptPaise
    : Math.min(keptPaise, Math.floor((pricePaise * remaining) / quantity / 100) * 100);

/** Takes a pack back, with what is handed back of its price. */
export const TakeBackDialog = ({ pack, onClose }: Props) => {
  const t = useText('packs');
  const { nameOf } = usePackWords();
  const [key] = useState(() => crypto.randomUUID());
  const [typed, setTyped] = useState(typedRupees(leftOf(pack)));
  const amountPaise = readRupees(typed);
  const right = amountPaise !== null && amountPaise > 0 && amountPaise <= pack.keptPaise;
  const amount = formatMoney(amountPaise ?? 0);
  return (
    <Mend
      title={t('takeBackTitle', { name: nameOf(pack.name) })}
      lead={t('takeBackLead', { kept: formatMoney(pack.keptPaise) })}
      label={t('takeBackDo', { amount })}
      done={t('takenBack', { amount })}
      path={`packs/${pack.id}/take-back`}
      body={right ? { key, amountPaise } : null}
      onClose={onClose}
    >
      {(tried) => (
        <TextField
          label={t('takeBackAmount')}
          inputMode="decimal"
          autoComplete="off"
          error={tried && !right ? t('takeBackWrong') : undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      )}
    </Mend>
  );
};
