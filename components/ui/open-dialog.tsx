'use client';

import * as Radix from '@radix-ui/react-dialog';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../words';
import { cn } from './class-names';
import { IconButton } from './button';

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One line under the title. */
  lead?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, always in sight. */
  actions?: ReactNode;
};

const Head = ({ title, lead }: Pick<DialogProps, 'title' | 'lead'>) => {
  const t = useText('frame');
  return (
    <header className="flex items-start gap-2 border-b border-hairline py-2 pr-2 pl-5">
      <div className="min-w-0 flex-1 py-1.5">
        <Radix.Title className="text-base font-semibold text-balance">{title}</Radix.Title>
        {lead ? <Radix.Description className="text-sm text-muted">{lead}</Radix.Description> : null}
      </div>
      <Radix.Close asChild>
        <IconButton label={t('close')}>
          <X aria-hidden className="size-5" />
        </IconButton>
      </Radix.Close>
    </header>
  );
};

const overlay = 'print:hidden fixed inset-0 z-40 bg-black/30 motion-safe:animate-[fade_120ms_ease-out]';
const body = 'min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4';
const foot = 'flex flex-wrap items-center justify-end gap-2 border-t border-hairline px-5 py-3';

/** A question in the middle of the screen that has to be answered or closed first; a sheet from below on phones. */
export const OpenDialog = ({ open, onOpenChange, title, lead, children, actions }: DialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Portal>
      <Radix.Overlay className={overlay} />
      <Radix.Content
        {...(!lead && { 'aria-describedby': undefined })}
        className={cn(
          'fixed z-50 flex flex-col bg-surface-raised shadow-xl outline-none',
          'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-lg',
          'md:inset-x-auto md:top-1/2 md:bottom-auto md:left-1/2 md:max-h-[85dvh] md:w-[30rem] md:-translate-x-1/2 md:-translate-y-1/2 md:rounded-lg',
        )}
      >
        <Head title={title} lead={lead} />
        <div className={body}>{children}</div>
        {actions ? <footer className={foot}>{actions}</footer> : null}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

/**
 * The thing in hand: a drawer at the right that leaves the page usable beside it; on phones a full-height sheet.
 */
export const OpenDrawer = ({ open, onOpenChange, title, lead, children, actions }: DialogProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
    <Radix.Portal>
      <Radix.Content
        {...(!lead && { 'aria-describedby': undefined })}
        // The page behind stays alive: a click there does its own work and closes nothing.
        onInteractOutside={(event) => {
          event.preventDefault();
        }}
        className={cn(
          'fixed z-30 flex flex-col bg-surface-raised outline-none',
          'inset-0',
          'md:inset-y-0 md:right-0 md:left-auto md:w-[26rem] md:border-l md:border-hairline md:shadow-xl',
        )}
      >
        <Head title={title} lead={lead} />
        <div className={body}>{children}</div>
        {actions ? <footer className={foot}>{actions}</footer> : null}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
