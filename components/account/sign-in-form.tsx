'use client';

import Link from 'next/link';
import { useState, type SubmitEvent } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { useText } from '../words';

type Step = 'password' | 'code';

const signingIn = () => import('next-auth/react');

/** Only a path of our own: a foreign address in `next` would send people who just signed in elsewhere. */
const ownPath = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/welcome');

/** E-mail and password, then the code where a second factor is set up. What was typed stays after a mistake. */
export const SignInForm = ({
  next,
  demo,
  email = '',
  onDone,
}: {
  next: string | null;
  demo: boolean;
  /** Who signs in again. */
  email?: string;
  /** In place of going on to `next`. */
  onDone?: () => void;
}) => {
  const t = useText('account');
  const again = email !== '';
  const [step, setStep] = useState<Step>('password');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const [shown, setShown] = useState(false);

  const explain = (reason: string): void => {
    const [kind, seconds] = reason.split(':');
    if (kind === 'code-wanted') {
      setStep('code');
      setProblem('');
    } else if (kind === 'code-wrong') setProblem(t('codeWrong'));
    else if (kind === 'too-often') setProblem(t('tooOften', { minutes: Math.ceil(Number(seconds) / 60) }));
    else if (kind === 'wrong' || kind === 'CredentialsSignin') setProblem(t('wrong'));
    else setProblem(t('unreachable'));
  };

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === 'string' ? value : '';
    };
    setBusy(true);
    const given = { email: text('email'), password: text('password'), code: text('code') };
    // Fetched while the password is being written; the page is there before it.
    const answer = await signingIn()
      .then(({ signIn }) => signIn('credentials', { redirect: false, ...given }))
      .catch(() => undefined);
    if (answer?.ok && !answer.error) {
      if (onDone) onDone();
      else window.location.assign(ownPath(next));
      return;
    }
    setBusy(false);
    explain(answer?.error ?? 'unreachable');
  };

  return (
    <form
      className="flex flex-col gap-4"
      onFocus={() => void signingIn()}
      onSubmit={(event) => {
        void submit(event);
      }}
    >
      <div className={step === 'code' ? 'hidden' : 'flex flex-col gap-4'}>
        <TextField
          label={t('email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          autoFocus={!again}
          defaultValue={email}
        />
        <div className="flex flex-col gap-1">
          <TextField
            label={t('password')}
            name="password"
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            required
            autoFocus={again}
          />
          <button
            type="button"
            className="min-h-11 self-start text-sm text-accent underline-offset-4 hover:underline md:min-h-8"
            onClick={() => {
              setShown(!shown);
            }}
          >
            {shown ? t('hidePassword') : t('showPassword')}
          </button>
        </div>
      </div>
      {step === 'code' ? (
        <TextField
          label={t('codeTitle')}
          hint={t('codeHint')}
          name="code"
          inputMode="text"
          autoComplete="one-time-code"
          autoCapitalize="none"
          required
          autoFocus
        />
      ) : null}
      {problem ? (
        <p role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <Button type="submit" look="primary" busy={busy} className="min-h-11 text-base md:min-h-11">
        {t('signIn')}
      </Button>
      {again ? null : (
        <Link href="/forgot" className="inline-flex min-h-11 items-center self-start text-sm text-accent">
          {t('forgot')}
        </Link>
      )}
      {demo ? <p className="text-xs text-muted">{t('demoHint')}</p> : null}
    </form>
  );
};
