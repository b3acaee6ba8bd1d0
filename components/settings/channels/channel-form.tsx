'use client';

import { useState } from 'react';
import type { DashboardMessages } from '../../../lib/i18n/dashboard-messages';
import type { OfferedProvider } from '../../../lib/messaging/providers';
import { channelForm, type ChannelForm } from '../../../lib/tenancy/channels/schema';
import { Button } from '../../ui/button';
import { TextField } from '../../ui/field';
import { useText } from '../../words';
import { mistakesIn, type Mistakes, useSaveChannel } from './use-channels';

type Key = keyof DashboardMessages['channels'];
type Part = {
  name: string;
  label: Key;
  hint?: Key;
  secret?: boolean;
  optional?: boolean;
  keyboard?: 'tel' | 'numeric';
};

const phone: Part = { name: 'phone', label: 'f_phone', hint: 'h_phone', keyboard: 'tel' };

const parts: Record<OfferedProvider, readonly Part[]> = {
  'cloud-api': [
    { name: 'phoneNumberId', label: 'f_phoneNumberId', hint: 'h_phoneNumberId', keyboard: 'numeric' },
    { name: 'wabaId', label: 'f_wabaId', hint: 'h_wabaId', keyboard: 'numeric' },
    { name: 'accessToken', label: 'f_accessToken', hint: 'h_accessToken', secret: true },
    { name: 'appSecret', label: 'f_appSecret', hint: 'h_appSecret', secret: true },
  ],
  d360: [
    phone,
    { name: 'apiKey', label: 'f_apiKey', secret: true },
    {
      name: 'phoneNumberId',
      label: 'f_phoneNumberIdOptional',
      hint: 'h_phoneNumberIdOptional',
      keyboard: 'numeric',
      optional: true,
    },
    {
      name: 'partnerSecret',
      label: 'f_partnerSecret',
      hint: 'h_partnerSecret',
      secret: true,
      optional: true,
    },
  ],
  twilio: [
    phone,
    { name: 'accountSid', label: 'f_accountSid', hint: 'h_accountSid' },
    { name: 'authToken', label: 'f_authToken', hint: 'h_authToken', secret: true },
  ],
  gupshup: [
    phone,
    { name: 'apiKey', label: 'f_apiKey', secret: true },
    { name: 'appName', label: 'f_appName', hint: 'h_appName' },
    { name: 'appId', label: 'f_appId' },
  ],
  onprem: [
    phone,
    { name: 'username', label: 'f_username' },
    { name: 'password', label: 'f_password', secret: true },
    { name: 'namespace', label: 'f_namespace', hint: 'h_namespace', optional: true },
  ],
};

type Props = {
  provider: OfferedProvider;
  /** The channel whose keys are changed; null: a new one. */
  id: string | null;
  /** What is known of it and no secret. */
  known?: Readonly<Record<string, string>>;
  /** Secrets that are kept already at this provider: an empty field keeps them. */
  keeps?: boolean;
  onSaved: (id: string) => void;
};

/** Ids and keys of a number at one provider: entered once, asked about at once, never read back. */
export const ChannelKeys = ({ provider, id, known = {}, keeps = false, onSaved }: Props) => {
  const t = useText('channels');
  const [values, setValues] = useState<Record<string, string>>({ ...known });
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const saving = useSaveChannel(id, (saved) => {
    // What was sealed is not kept on the page either.
    setValues({ ...values, ...Object.fromEntries(secretsOf(provider).map((name) => [name, ''])) });
    onSaved(saved);
  });
  const wrong: Mistakes = { ...mistakesIn(saving.error), ...mistakes };
  const submit = (): void => {
    const given = Object.fromEntries(parts[provider].map(({ name }) => [name, values[name] ?? '']));
    const read = readForm(provider, given, keeps);
    setMistakes(read.mistakes);
    saving.reset();
    if (read.form) saving.mutate(read.form);
  };
  const elsewhere = wrong['provider'];
  return (
    <form
      className="flex max-w-md flex-col gap-4"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {parts[provider].map(({ name, label, hint, keyboard, secret = false }) => (
        <TextField
          key={name}
          name={name}
          label={t(label)}
          hint={[...(hint ? [t(hint)] : []), ...(secret && keeps ? [t('keep')] : [])].join(' ')}
          type={secret ? 'password' : 'text'}
          autoComplete="off"
          spellCheck={false}
          {...(keyboard && { inputMode: keyboard })}
          value={values[name] ?? ''}
          error={wordsOf(t, wrong[name])}
          onChange={(event) => {
            setValues({ ...values, [name]: event.target.value });
          }}
        />
      ))}
      <p className="text-xs text-muted">{t('sealed')}</p>
      {elsewhere === undefined ? null : (
        <p role="alert" className="text-sm text-danger">
          {wordsOf(t, elsewhere)}
        </p>
      )}
      <Button type="submit" look="primary" className="self-start" busy={saving.isPending}>
        {t('save')}
      </Button>
    </form>
  );
};

const secretsOf = (provider: OfferedProvider): string[] =>
  parts[provider].filter(({ secret }) => secret).map(({ name }) => name);

/** What may be sent to the server, or which fields want another value. */
function readForm(
  provider: OfferedProvider,
  given: Readonly<Record<string, string>>,
  keeps: boolean,
): { form: ChannelForm | null; mistakes: Mistakes } {
  const read = channelForm.safeParse({ provider, ...given });
  const issues = (read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
  const missing = parts[provider]
    .filter(
      ({ name, secret, optional }) => (given[name] ?? '').trim() === '' && !optional && !(secret && keeps),
    )
    .map(({ name }) => [name, 'wanted']);
  const mistakes = Object.fromEntries([...issues, ...missing]) as Mistakes;
  return Object.keys(mistakes).length > 0 || !read.success
    ? { form: null, mistakes }
    : { form: read.data, mistakes: {} };
}

const mistakeKeys: Readonly<Record<string, Key>> = {
  'digits-wanted': 'm_digits-wanted',
  'phone-wanted': 'm_phone-wanted',
  'sid-wanted': 'm_sid-wanted',
  'number-twice': 'm_number-twice',
  'another-number': 'm_another-number',
};

/** Words for a mistake; one that has none of its own is only missing. */
export const wordsOf = (t: (key: Key) => string, mistake: string | undefined): string | undefined =>
  mistake === undefined ? undefined : t(mistakeKeys[mistake] ?? 'm_wanted');
