import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Account, SecondFactorOffer } from '../../lib/tenancy/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { CopyButton } from './copy-button';
import { passwordProblem } from './password-field';

/** Black on white in the dark as well: cameras want it so. */
const QrCode = ({ offer }: { offer: SecondFactorOffer }) => {
  const t = useText('settings');
  const { size, path } = offer;
  return (
    <svg
      role="img"
      aria-label={t('factorQr')}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      className="size-48 self-center"
    >
      <rect width={size} height={size} fill="white" />
      <path d={path} fill="black" />
    </svg>
  );
};

const Codes = ({ codes, onDone }: { codes: string[]; onDone: () => void }) => {
  const t = useText('settings');
  return (
    <Dialog
      open
      onOpenChange={onDone}
      title={t('recovery')}
      actions={
        <>
          <CopyButton text={codes.join('\n')} />
          <Button look="primary" onClick={onDone}>
            {t('written')}
          </Button>
        </>
      }
    >
      <p className="text-sm">{t('recoveryHint')}</p>
      <ul className="mt-3 grid grid-cols-2 gap-2 font-mono text-base">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Dialog>
  );
};

/** Sets a second factor up with a QR code, and turns it off with the password. */
export const SecondFactor = ({ account }: { account: Account }) => {
  const { business } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const router = useRouter();
  const [offer, setOffer] = useState<SecondFactorOffer | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [stopping, setStopping] = useState(false);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setWrong(undefined);
    try {
      await work();
      setTyped('');
    } catch (error) {
      const [field] = problemOf(error).errors;
      if (!field) toast(f('failed'));
      else setWrong(stopping ? t(passwordProblem(field.message) ?? 'passwordWrong') : t('factorWrong'));
    }
    setBusy(false);
  };
  const start = () =>
    act(async () => setOffer(await api(business, 'post', 'account/second-factor', { body: {} })));
  const confirm = () =>
    act(async () => {
      const body = { code: typed };
      const made = await api<{ codes: string[] }>(business, 'post', 'account/second-factor/confirm', {
        body,
      });
      setCodes(made.codes);
      setOffer(null);
    });
  const stop = () =>
    act(async () => {
      await api(business, 'delete', 'account/second-factor', { body: { password: typed } });
      setStopping(false);
      router.refresh();
    });
  return (
    <>
      <p className="text-sm font-semibold">
        {account.secondFactor ? t('factorOn', { count: account.recoveryLeft }) : t('factorOff')}
      </p>
      {account.secondFactor ? (
        <Button
          className="self-start"
          onClick={() => {
            setStopping(true);
          }}
        >
          {t('factorStop')}
        </Button>
      ) : (
        <Button className="self-start" busy={busy && !offer} onClick={() => void start()}>
          {t('factorStart')}
        </Button>
      )}
      <Dialog
        open={offer !== null}
        onOpenChange={() => {
          setOffer(null);
        }}
        title={t('factor')}
        lead={t('factorScan')}
        actions={
          <Button
            look="primary"
            busy={busy}
            disabled={typed.trim().length < 6}
            onClick={() => void confirm()}
          >
            {t('factorConfirm')}
          </Button>
        }
      >
        {offer ? (
          <div className="flex flex-col gap-3">
            <QrCode offer={offer} />
            <p className="text-center font-mono text-sm wrap-anywhere">{offer.secret}</p>
            <TextField
              label={t('factorCode')}
              inputMode="numeric"
              autoComplete="one-time-code"
              value={typed}
              error={wrong}
              onChange={(event) => {
                setTyped(event.target.value);
              }}
            />
          </div>
        ) : null}
      </Dialog>
      <Dialog
        open={stopping}
        onOpenChange={setStopping}
        title={t('factorStop')}
        lead={t('factorStopHint')}
        actions={
          <Button look="danger" busy={busy} disabled={typed === ''} onClick={() => void stop()}>
            {t('factorStop')}
          </Button>
        }
      >
        <TextField
          label={t('password')}
          type="password"
          autoComplete="current-password"
          value={typed}
          error={wrong}
          onChange={(event) => {
            setTyped(event.target.value);
          }}
        />
      </Dialog>
      {codes ? (
        <Codes
          codes={codes}
          onDone={() => {
            setCodes(null);
            router.refresh();
          }}
        />
      ) : null}
    </>
  );
};
