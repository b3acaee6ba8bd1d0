'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import Link from 'next/link';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { joinBody } from '../../lib/tenancy/schema';
import { call, problemOf } from '../api';
import { NewPasswordField, passwordProblem } from '../settings/password-field';
import { Button, buttonClass } from '../ui/button';
import { TextField } from '../ui/field';
import { useLanguage, useText } from '../words';

type Props = { slug: string; token: string; name: string; signedInAs: string | null };

const accountShape = joinBody.shape.account.unwrap();
type AccountInput = z.infer<typeof accountShape>;

/** Accepts an invitation with a new account, or as whoever is signed in. */
export const JoinForm = ({ slug, token, name, signedInAs }: Props) => {
  const t = useText('settings');
  const language = useLanguage();
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  const { register, handleSubmit, formState, setError } = useForm<AccountInput>({
    resolver: zodResolver(accountShape),
    defaultValues: { name, email: '', password: '', language },
  });
  const join = async (account?: AccountInput): Promise<void> => {
    setBusy(true);
    setProblem('');
    try {
      await call('post', '/api/join', { body: { slug, token, ...(account && { account }) } });
      window.location.assign(`/${slug}/calendar`);
      return;
    } catch (error) {
      const [wrong] = problemOf(error).errors;
      if (wrong?.path === 'email' || wrong?.path === 'password')
        setError(wrong.path, { message: wrong.message }, { shouldFocus: true });
      else if (wrong?.message === 'member-already') setProblem(t('joinMember'));
      else setProblem(t(wrong?.message === 'link-used' ? 'joinGone' : 'failed'));
    }
    setBusy(false);
  };
  const mistake = problem ? (
    <p role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
      {problem}
    </p>
  ) : null;
  if (signedInAs !== null)
    return (
      <>
        {mistake}
        <Button look="primary" busy={busy} onClick={() => void join()}>
          {t('joinAs', { name: signedInAs })}
        </Button>
      </>
    );
  const { errors } = formState;
  const emailKey = errors.email && (errors.email.message === 'email-known' ? 'joinEmailKnown' : 'emailWrong');
  const passwordKey = errors.password && passwordProblem(errors.password.message ?? '');
  const next = encodeURIComponent(`/join/${slug}/${token}`);
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void handleSubmit(join)(event)}>
      {mistake}
      <TextField
        label={t('name')}
        autoComplete="name"
        error={errors.name && t('nameWanted')}
        {...register('name')}
      />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        error={emailKey && t(emailKey)}
        {...register('email')}
      />
      <NewPasswordField error={passwordKey && t(passwordKey)} {...register('password')} />
      <Button type="submit" look="primary" busy={busy}>
        {t('joinCreate')}
      </Button>
      <Link href={`/sign-in?next=${next}`} className={buttonClass('quiet')}>
        {t('joinOther')}
      </Link>
    </form>
  );
};
