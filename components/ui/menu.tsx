'use client';

import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactNode } from 'react';
import { cn } from './class-names';

/** A list of acts behind one button. */
export const Menu = ({
  trigger,
  children,
  align = 'end',
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: 'start' | 'end';
}) => (
  <Radix.Root modal={false}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        className="z-50 min-w-48 rounded border border-hairline bg-surface-raised p-1 shadow-lg"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

type ItemProps = { onSelect: () => void; children: ReactNode; danger?: boolean; disabled?: boolean };

export const MenuItem = ({ onSelect, children, danger = false, disabled = false }: ItemProps) => (
  <Radix.Item
    onSelect={onSelect}
    disabled={disabled}
    className={cn(
      'flex min-h-11 cursor-pointer items-center gap-2 rounded px-3 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-surface-sunken md:min-h-9',
      danger && 'text-danger',
    )}
  >
    {children}
  </Radix.Item>
);

export const MenuLine = () => <Radix.Separator className="my-1 h-px bg-hairline" />;
