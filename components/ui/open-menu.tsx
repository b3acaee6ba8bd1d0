'use client';

import * as Radix from '@radix-ui/react-dropdown-menu';
import type { ReactNode } from 'react';
import { cn } from './class-names';
import { MenuParts, type MenuItemProps } from './menu-parts';
import type { Trigger } from './waiting-button';

const Item = ({ onSelect, children, danger = false, disabled = false, className }: MenuItemProps) => (
  <Radix.Item
    onSelect={onSelect}
    disabled={disabled}
    className={cn(
      'flex min-h-11 cursor-pointer items-center gap-2 rounded px-3 text-sm outline-none data-disabled:opacity-50 data-highlighted:bg-surface-sunken md:min-h-9',
      danger && 'text-danger',
      className,
    )}
  >
    {children}
  </Radix.Item>
);

const Line = () => <Radix.Separator className="my-1 h-px bg-hairline" />;

const parts = { Item, Line };

/** The menu itself, open from the start: it is fetched because somebody pressed its button. */
export const OpenMenu = ({
  trigger,
  align,
  children,
}: {
  trigger: Trigger;
  align: 'start' | 'end';
  children: ReactNode;
}) => (
  <Radix.Root modal={false} defaultOpen>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        className="z-50 min-w-48 rounded border border-hairline bg-surface-raised p-1 shadow-lg"
      >
        <MenuParts value={parts}>{children}</MenuParts>
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
