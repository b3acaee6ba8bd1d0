'use client';

import { useState, type SyntheticEvent } from 'react';
import { passwordLength } from '../../lib/tenancy/schema';
import { call, problemOf } from '../api';
import { NewPasswordField, passwordProblem } from '../settings/password-field';
import { Button } from '../ui/button';
import { useText } from '../words';

/** Chooses a new password by a link, and goes on to sign in with it. */
export const ResetForm = ({ token }: { token: string }) => {
  const t = useText('settings');
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (password.length < passwordLength) {
      setWrong(t('passwordShort'));
      return;
    }
    setBusy(true);
    try {
      await call('post', '/api/reset', { body: { token, password } });
      window.location.assign('/sign-in');
    } catch (error) {
      const [field] = problemOf(error).errors;
      setWrong(
        field?.path === 'token' ? t('resetGone') : t((field && passwordProblem(field.message)) ?? 'failed'),
      );
      setBusy(false);
    }
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <NewPasswordField
        error={wrong}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
          setWrong(undefined);
        }}
      />
      <Button type="submit" look="primary" busy={busy}>
        {t('resetDo')}
      </Button>
    </form>
  );
};
