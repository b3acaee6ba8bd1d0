'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { z } from 'zod';
import { preferenceCookies } from '../../lib/kernel/preferences';
import { accountBody, passwordBody, type Account } from '../../lib/tenancy/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { LanguageOptions } from '../language-options';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useText } from '../words';
import { NewPasswordField, passwordProblem } from './password-field';
import { SecondFactor } from './second-factor';

export const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3 border-b border-hairline py-6 first:pt-0 last:border-0">
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {hint ? <p className="text-sm text-muted">{hint}</p> : null}
    </div>
    {children}
  </section>
);

const Profile = ({ account }: { account: Account }) => {
  const { business } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const router = useRouter();
  const { register, handleSubmit, formState, reset, setError } = useForm<z.infer<typeof accountBody>>({
    resolver: zodResolver(accountBody),
    defaultValues: { name: account.name, language: account.language, phone: account.phone ?? '' },
  });
  const save = handleSubmit(async (body) => {
    try {
      await api(business, 'patch', 'account', { body });
      document.cookie = `${preferenceCookies.language}=${body.language}; path=/; max-age=31536000; samesite=lax`;
      reset(body);
      router.refresh();
      toast(f('saved'));
    } catch (error) {
      if (problemOf(error).errors.some((one) => one.path === 'phone'))
        setError('phone', { message: 'phone-wrong' }, { shouldFocus: true });
      else toast(f('failed'));
    }
  });
  return (
    <form className="flex max-w-sm flex-col gap-3" onSubmit={(event) => void save(event)}>
      <TextField
        label={t('name')}
        error={formState.errors.name && t('nameWanted')}
        maxLength={100}
        {...register('name')}
      />
      <TextField label={t('email')} value={account.email} readOnly disabled />
      <TextField
        label={t('phone')}
        hint={t('phoneHint')}
        error={formState.errors.phone && t('phoneWrong')}
        type="tel"
        autoComplete="tel"
        maxLength={30}
        {...register('phone')}
      />
      <SelectField label={t('language')} {...register('language')}>
        <LanguageOptions />
      </SelectField>
      <Button type="submit" look="primary" busy={formState.isSubmitting} className="self-start">
        {f('save')}
      </Button>
    </form>
  );
};

const Password = () => {
  const { business } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const { register, handleSubmit, formState, reset, setError } = useForm<z.infer<typeof passwordBody>>({
    resolver: zodResolver(passwordBody),
    defaultValues: { old: '', password: '' },
  });
  const save = handleSubmit(async (body) => {
    try {
      await api(business, 'post', 'account/password', { body });
      reset();
      toast(t('passwordChanged'));
    } catch (error) {
      const [wrong] = problemOf(error).errors;
      if (wrong)
        setError(
          wrong.path === 'old' ? 'old' : 'password',
          { message: wrong.message },
          { shouldFocus: true },
        );
      else toast(f('failed'));
    }
  });
  const { old, password } = formState.errors;
  const oldKey = old && (old.message === 'too-often' ? 'passwordOften' : 'passwordWrong');
  const newKey = password && passwordProblem(password.message ?? '');
  return (
    <form className="flex max-w-sm flex-col gap-3" onSubmit={(event) => void save(event)}>
      <TextField
        label={t('oldPassword')}
        type="password"
        autoComplete="current-password"
        error={oldKey && t(oldKey)}
        {...register('old')}
      />
      <NewPasswordField error={newKey && t(newKey)} {...register('password')} />
      <Button type="submit" look="primary" busy={formState.isSubmitting} className="self-start">
        {t('changePassword')}
      </Button>
    </form>
  );
};

/** One's own account. */
export const AccountView = ({ account }: { account: Account }) => {
  const { business } = useStaff();
  const t = useText('settings');
  const f = useText('frame');
  const leave = async (): Promise<void> => {
    try {
      await api(business, 'delete', 'account/sessions');
      window.location.assign('/sign-in');
    } catch {
      toast(f('failed'));
    }
  };
  return (
    <>
      <Part title={t('account')}>
        <Profile account={account} />
      </Part>
      <Part title={t('password')}>
        <Password />
      </Part>
      <Part title={t('factor')} hint={t('factorHint')}>
        <SecondFactor account={account} />
      </Part>
      <Part title={t('sessions')} hint={t('sessionsHint')}>
        <Button className="self-start" onClick={() => void leave()}>
          {t('signOutEverywhere')}
        </Button>
      </Part>
    </>
  );
};
