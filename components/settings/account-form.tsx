'use client';

import { useState } from 'react';
import { gatewayNames } from '../../lib/kernel/gateways';
import { accountForm, type AccountKind } from '../../lib/payments/accounts/schema';
import type { DashboardMessages } from '../../lib/i18n/dashboard-messages';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { RadioGroup } from '../ui/radio-group';
import { useText } from '../words';
import { useAccountChange } from './use-payment-account';

type Key = keyof DashboardMessages['settings'];
type Part = { name: string; label: Key; hint?: Key; secret?: boolean };

const parts: Record<AccountKind, readonly Part[]> = {
  razorpay: [
    { name: 'keyId', label: 'pay_keyId', hint: 'pay_keyIdHint' },
    { name: 'keySecret', label: 'pay_keySecret', hint: 'pay_keySecretHint', secret: true },
  ],
  payu: [
    { name: 'merchantKey', label: 'pay_merchantKey', hint: 'pay_payuHint' },
    { name: 'salt', label: 'pay_salt', secret: true },
    { name: 'merchantId', label: 'pay_merchantId', hint: 'pay_links' },
    { name: 'clientId', label: 'pay_clientId' },
    { name: 'clientSecret', label: 'pay_clientSecret', secret: true },
  ],
  upi: [
    { name: 'address', label: 'pay_address' },
    { name: 'payee', label: 'pay_payee' },
  ],
  'built-in': [],
};

/** Where the keys do not tell whether money moves, and the owner has to. */
const asksMode: Record<AccountKind, boolean> = { razorpay: false, payu: true, upi: false, 'built-in': false };

/** Which gateway, and what it gave its merchant: entered once, never read back. */
export const AccountForm = ({ builtIn, onDone }: { builtIn: boolean; onDone?: () => void }) => {
  const t = useText('settings');
  const [kind, setKind] = useState<AccountKind>('razorpay');
  const [mode, setMode] = useState('test');
  const [values, setValues] = useState<Record<string, string>>({});
  const [mistakes, setMistakes] = useState<Record<string, string>>({});
  const doing = useAccountChange();
  const kinds: AccountKind[] = [...gatewayNames, ...(builtIn ? (['built-in'] as const) : [])];
  const submit = (): void => {
    const given = Object.fromEntries(parts[kind].map(({ name }) => [name, values[name] ?? '']));
    const read = accountForm.safeParse({ gateway: kind, ...(asksMode[kind] && { mode }), ...given });
    if (!read.success) {
      setMistakes(
        Object.fromEntries(read.error.issues.map(({ path, message }) => [String(path[0] ?? ''), message])),
      );
      return;
    }
    setMistakes({});
    doing.mutate(
      { method: 'put', path: 'payment-account', body: read.data },
      {
        onSuccess: () => {
          setValues({});
          onDone?.();
        },
      },
    );
  };
  return (
    <form
      className="flex max-w-md flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <RadioGroup
        label={t('pay_choose')}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setMistakes({});
        }}
        options={kinds.map((value) => ({
          value,
          label: t(value === 'built-in' ? 'pay_built_in' : `pay_${value}`),
        }))}
      />
      {asksMode[kind] ? (
        <SelectField
          label={t('pay_mode')}
          value={mode}
          onChange={(event) => {
            setMode(event.target.value);
          }}
        >
          <option value="test">{t('pay_modeTest')}</option>
          <option value="live">{t('pay_modeLive')}</option>
        </SelectField>
      ) : null}
      {parts[kind].map(({ name, label, hint, secret = false }) => (
        <TextField
          key={`${kind} ${name}`}
          label={t(label)}
          name={name}
          type={secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          value={values[name] ?? ''}
          {...(hint && { hint: t(hint) })}
          error={mistakes[name] === undefined ? undefined : t(mistakes[name] as Key)}
          onChange={(event) => {
            setValues({ ...values, [name]: event.target.value });
          }}
        />
      ))}
      <Button type="submit" look="primary" busy={doing.isPending} className="self-start">
        {t('pay_connect')}
      </Button>
    </form>
  );
};
