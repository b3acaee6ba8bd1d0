'use client';

import Link from 'next/link';
import { useState, type SubmitEvent } from 'react';
import { call, problemOf } from '../api';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useText } from '../words';

/** Asks for a link by e-mail. The answer is the same whether somebody signs in with it or not. */
export const ForgotForm = () => {
  const t = useText('account');
  const [email, setEmail] = useState('');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const [wrong, setWrong] = useState('');
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setWrong('');
    try {
      await call('post', '/api/reset/request', { body: { email: email.trim() } });
      setSent(true);
    } catch (error) {
      const { status } = problemOf(error);
      setWrong(t(status === 400 ? 'emailWrong' : status === 429 ? 'forgotOften' : 'forgotFailed'));
    }
    setBusy(false);
  };
  const back = (
    <Link href="/sign-in" className="inline-flex min-h-11 items-center self-start text-sm text-accent">
      {t('forgotBack')}
    </Link>
  );
  if (sent)
    return (
      <div role="status" className="flex flex-col gap-3">
        <p>{t('forgotSent', { email: email.trim() })}</p>
        <p className="text-sm text-muted">{t('forgotSentHint')}</p>
        {back}
      </div>
    );
  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <p className="text-sm text-muted">{t('forgotLead')}</p>
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
        value={email}
        error={wrong || undefined}
        onChange={(event) => {
          setEmail(event.target.value);
          setWrong('');
        }}
      />
      <Button type="submit" look="primary" busy={busy} className="min-h-11 text-base md:min-h-11">
        {t('forgotSend')}
      </Button>
      {back}
    </form>
  );
};
