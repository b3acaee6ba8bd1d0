'use client';

import { useState, type ReactNode } from 'react';
import { type GatewayName, gatewayLabels, takesOrderMessages } from '../../lib/kernel/gateways';
import type { PaymentAccountPage, ShownAccount } from '../../lib/payments/accounts/schema';
import { formatInstant } from '../format-instant';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { AccountForm } from './account-form';
import { CopyButton } from './copy-button';
import { useAccountChange, usePaymentAccount } from './use-payment-account';

/** What each is asked to tell; none where nothing can be chosen. Source: payments reference 1.5. */
const events: Record<GatewayName, readonly string[]> = {
  razorpay: [
    'payment_link.paid',
    'payment_link.partially_paid',
    'payment_link.cancelled',
    'payment_link.expired',
    'payment.captured',
    'payment.failed',
    'refund.created',
    'refund.processed',
    'refund.failed',
    'payment.dispute.created',
    'payment.dispute.won',
    'payment.dispute.lost',
  ],
  payu: [],
  upi: [],
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3 border-t border-hairline pt-5">
    <h2 className="text-base font-semibold">{title}</h2>
    {children}
  </section>
);

/** How customers pay before their visit: the account, its webhook, and what is wrong with them. */
export const PaymentAccount = ({ first }: { first: PaymentAccountPage }) => {
  const t = useText('settings');
  const language = useLanguage();
  const { zone } = useStaff();
  const { data } = usePaymentAccount(first);
  const { account, earlier, builtIn, channels } = data;
  return (
    <div className="flex flex-col gap-6">
      <p className="text-sm text-muted">{t('pay_lead')}</p>
      {account ? (
        <Connected account={account} builtIn={builtIn} />
      ) : (
        <Part title={t('pay_none')}>
          <AccountForm builtIn={builtIn} />
        </Part>
      )}
      {channels.length > 0 && account && takesOrderMessages(account.gateway) ? (
        <Part title={t('pay_native')}>
          <p className="text-sm text-muted">{t('pay_nativeLead')}</p>
          {channels.map((channel) => (
            <Configuration key={channel.id} channel={channel} />
          ))}
        </Part>
      ) : null}
      {earlier.length > 0 ? (
        <Part title={t('pay_earlier')}>
          <ul className="flex flex-col gap-1 text-sm">
            {earlier.map((one) => (
              <li key={one.id} className="break-all text-muted">
                {gatewayLabels[one.gateway]} {one.name} · {formatInstant(language, one.retiredAt, zone)}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </div>
  );
};

const Connected = ({ account, builtIn }: { account: ShownAccount; builtIn: boolean }) => {
  const t = useText('settings');
  const tf = useText('frame');
  const language = useLanguage();
  const { zone } = useStaff();
  const [asking, setAsking] = useState<'replace' | 'remove' | null>(null);
  const doing = useAccountChange();
  const { gateway, mode, name, webhook, upi, checkedAt, checkProblem, openLinks } = account;
  const stamp = (at: string): string => formatInstant(language, at, zone);
  const close = (): void => {
    setAsking(null);
  };
  return (
    <>
      <section className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-base font-semibold break-all">
            {gatewayLabels[gateway]} {name}
          </p>
          {gateway === 'upi' ? null : (
            <span
              className={`rounded px-2 py-1 text-xs font-semibold ${mode === 'live' ? 'bg-accent text-accent-ink' : 'bg-danger-soft text-danger'}`}
            >
              {t(`pay_${mode}`)}
            </span>
          )}
        </div>
        {gateway === 'upi' ? null : (
          <>
            <p role="status" className={`text-sm ${checkProblem ? 'text-danger' : 'text-muted'}`}>
              {checkedAt === null
                ? t('pay_checkNever')
                : checkProblem === null
                  ? t('pay_checkGood', { at: stamp(checkedAt) })
                  : checkProblem === 'unauthorised'
                    ? t('pay_checkUnauthorised')
                    : t('pay_checkOther', { problem: checkProblem })}
            </p>
            <Button
              className="self-start"
              busy={doing.isPending && doing.variables.path === 'payment-account/check'}
              onClick={() => {
                doing.mutate({ method: 'post', path: 'payment-account/check' });
              }}
            >
              {t('pay_check')}
            </Button>
          </>
        )}
        {upi ? (
          <div className="flex flex-wrap items-center gap-4">
            <svg
              viewBox={`0 0 ${String(upi.qr.size)} ${String(upi.qr.size)}`}
              role="img"
              aria-label={t('pay_upiQr')}
              className="size-40 rounded border border-hairline"
            >
              {/* Scanners want dark on light, whatever the theme. */}
              <rect width={upi.qr.size} height={upi.qr.size} fill="white" />
              <path d={upi.qr.path} fill="black" />
            </svg>
            <p className="min-w-0 flex-1 text-sm">
              <span className="block font-medium">{upi.payee}</span>
              <span className="text-muted">{t('pay_upiLead')}</span>
            </p>
          </div>
        ) : null}
        <div className="flex flex-wrap gap-2">
          <Button
            onClick={() => {
              setAsking('replace');
            }}
          >
            {t('pay_replace')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              setAsking('remove');
            }}
          >
            {t('pay_remove')}
          </Button>
        </div>
      </section>
      {webhook && mode !== 'built-in' ? <Webhook account={account} webhook={webhook} /> : null}
      <Dialog
        open={asking === 'replace'}
        onOpenChange={(next) => {
          if (!next) close();
        }}
        title={t('pay_replace')}
        lead={t('pay_replaceLead', { count: openLinks })}
        actions={<Button onClick={close}>{tf('cancel')}</Button>}
      >
        <AccountForm builtIn={builtIn} onDone={close} />
      </Dialog>
      <Dialog
        open={asking === 'remove'}
        onOpenChange={(next) => {
          if (!next) close();
        }}
        title={t('pay_remove')}
        lead={t('pay_removeLead', { count: openLinks })}
        actions={
          <>
            <Button onClick={close}>{tf('cancel')}</Button>
            <Button
              look="danger"
              busy={doing.isPending}
              onClick={() => {
                doing.mutate({ method: 'delete', path: 'payment-account' }, { onSuccess: close });
              }}
            >
              {t('pay_remove')}
            </Button>
          </>
        }
      >
        {null}
      </Dialog>
    </>
  );
};

const Copied = ({ name, text }: { name: string; text: string }) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
    <span className="w-20 shrink-0 text-muted">{name}</span>
    <code className="min-w-0 flex-1 break-all">{text}</code>
    <CopyButton text={text} />
  </div>
);

const Webhook = ({
  account,
  webhook,
}: {
  account: ShownAccount;
  webhook: NonNullable<ShownAccount['webhook']>;
}) => {
  const t = useText('settings');
  const language = useLanguage();
  const { zone } = useStaff();
  const doing = useAccountChange();
  const { gateway, heardAt, badSignatureAt, badSignatures, previousSecretUntil } = account;
  const stamp = (at: string): string => formatInstant(language, at, zone);
  return (
    <Part title={t('pay_webhook')}>
      <p className="text-sm text-muted">{t('pay_webhookLead')}</p>
      <Copied name={t('pay_webhookAddress')} text={webhook.address} />
      {webhook.secret === null ? null : <Copied name={t('pay_webhookSecret')} text={webhook.secret} />}
      {events[gateway].length === 0 ? null : (
        <details className="text-sm">
          <summary className="flex min-h-11 cursor-pointer items-center md:min-h-9">
            {t('pay_webhookEvents')}
          </summary>
          <ul className="columns-1 gap-6 pl-4 sm:columns-2">
            {events[gateway].map((event) => (
              <li key={event} className="break-all">
                <code>{event}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p role="status" className={`text-sm ${heardAt === null ? 'text-muted' : 'text-state-confirmed'}`}>
        {heardAt === null ? t('pay_heardNot') : t('pay_heard', { at: stamp(heardAt) })}
      </p>
      {badSignatureAt === null ? null : (
        <p className="text-sm text-danger">
          {t('pay_bad', { count: badSignatures, at: stamp(badSignatureAt) })}
        </p>
      )}
      {webhook.secret === null ? null : (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            busy={doing.isPending}
            onClick={() => {
              doing.mutate({ method: 'post', path: 'payment-account/webhook-secret' });
            }}
          >
            {t('pay_rotate')}
          </Button>
          {previousSecretUntil === null ? null : (
            <span className="text-sm text-muted">{t('pay_rotated', { at: stamp(previousSecretUntil) })}</span>
          )}
        </div>
      )}
    </Part>
  );
};

const Configuration = ({ channel }: { channel: PaymentAccountPage['channels'][number] }) => {
  const t = useText('settings');
  const [name, setName] = useState(channel.paymentConfiguration ?? '');
  const doing = useAccountChange();
  const wrong = name.trim() !== '' && !/^[\w .-]{1,60}$/.test(name.trim());
  return (
    <form
      className="flex max-w-md flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        doing.mutate({
          method: 'put',
          path: `payment-configurations/${channel.id}`,
          body: { name: name.trim() === '' ? null : name.trim() },
        });
      }}
    >
      <TextField
        className="min-w-0 flex-1"
        label={t('pay_configuration', { number: channel.label })}
        value={name}
        autoComplete="off"
        error={wrong ? t('pay_mistakeConfiguration') : undefined}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Button type="submit" busy={doing.isPending}>
        {t('pay_save')}
      </Button>
    </form>
  );
};
