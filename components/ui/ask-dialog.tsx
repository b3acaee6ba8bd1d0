'use client';

import { useId, type ReactNode } from 'react';
import { useText } from '../words';
import { Button } from './button';
import { Dialog } from './dialog';

type Props = {
  title: string;
  lead?: string | undefined;
  /** What the answer does, on its button. */
  label: string;
  busy: boolean;
  disabled?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children?: ReactNode;
};

/** The frame of a question that is answered by filling something in: Enter answers it, too. */
export const AskDialog = ({
  title,
  lead,
  label,
  busy,
  disabled = false,
  onSubmit,
  onClose,
  children,
}: Props) => {
  const tf = useText('frame');
  const form = useId();
  return (
    <Dialog
      open
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={title}
      {...(lead !== undefined && { lead })}
      actions={
        <>
          <Button onClick={onClose}>{tf('cancel')}</Button>
          <Button look="primary" type="submit" form={form} busy={busy} disabled={disabled}>
            {label}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && !disabled) onSubmit();
        }}
      >
        {children}
      </form>
    </Dialog>
  );
};
