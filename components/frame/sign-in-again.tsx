'use client';

import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { signedOutEvent } from '../api';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import { useStaff } from './staff-context';

const SignInForm = dynamic(() => import('../account/sign-in-form').then((part) => part.SignInForm), {
  ssr: false,
});

/** When the session ends under somebody's hands: they sign in here, over the page, and nothing they wrote is lost. */
export const SignInAgain = () => {
  const { email } = useStaff();
  const t = useText('frame');
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const ask = (): void => {
      setOpen(true);
    };
    window.addEventListener(signedOutEvent, ask);
    return () => {
      window.removeEventListener(signedOutEvent, ask);
    };
  }, []);
  if (!open) return null;
  return (
    <Dialog open onOpenChange={setOpen} title={t('signedOut')} lead={t('signedOutHint')}>
      <SignInForm
        next={null}
        demo={false}
        email={email}
        onDone={() => {
          setOpen(false);
          toast(t('signedIn'));
          void queries.invalidateQueries();
        }}
      />
    </Dialog>
  );
};
