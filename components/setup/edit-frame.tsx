'use client';

import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import { StaleNotice } from './notices';

type Props = {
  title: string;
  onBack: () => void;
  onSubmit: () => void;
  onReload: () => void;
  stale: boolean;
  busy: boolean;
  /** Something is not as it can be saved. */
  wrong: boolean;
  /** Beside the form on wide screens, below it on phones. */
  aside?: ReactNode;
  /** Left of the save button: what else can be done. */
  more?: ReactNode;
  children: ReactNode;
};

/** A form of setup: back, fields, what customers will see, and the save button always in sight. */
export const EditFrame = (props: Props) => {
  const { title, onBack, onSubmit, onReload, stale, busy, wrong, aside, more, children } = props;
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      className="mx-auto max-w-5xl px-4 pt-3 md:px-6"
    >
      <Button look="quiet" className="-ml-3" onClick={onBack}>
        <ArrowLeft aria-hidden className="size-4" />
        {frame('back')}
      </Button>
      <h1 className="mb-4 text-lg font-semibold">{title}</h1>
      <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-6">{children}</div>
        {aside ? <div className="lg:sticky lg:top-16">{aside}</div> : null}
      </div>
      {may('setup.change') ? (
        <div className="sticky bottom-14 z-10 mt-6 flex flex-col gap-2 border-t border-hairline bg-surface py-3 md:bottom-0">
          {stale ? <StaleNotice onReload={onReload} /> : null}
          {wrong ? (
            <p role="alert" className="text-sm text-danger">
              {t('checkFields')}
            </p>
          ) : null}
          <div className="flex flex-wrap items-center justify-end gap-2">
            {more}
            <Button type="submit" look="primary" busy={busy}>
              {frame('save')}
            </Button>
          </div>
        </div>
      ) : null}
    </form>
  );
};
