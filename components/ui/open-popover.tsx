'use client';

import * as Radix from '@radix-ui/react-popover';
import type { ReactNode } from 'react';
import type { Trigger } from './waiting-button';

export type PopoverProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  trigger: Trigger;
  /** Its name for screen readers. */
  label: string;
  align?: 'start' | 'center' | 'end';
  children: ReactNode;
};

export const OpenPopover = ({
  open,
  onOpenChange,
  trigger,
  label,
  align = 'start',
  children,
}: PopoverProps) => (
  <Radix.Root open={open} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        collisionPadding={8}
        aria-label={label}
        className="z-50 max-w-[calc(100vw-16px)] rounded border border-hairline bg-surface-raised p-3 shadow-lg outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
