'use client';

import { lazy, Suspense, use, useState, type ReactNode } from 'react';
import { MenuParts, type MenuItemProps } from './menu-parts';
import { waitingButton, type Trigger } from './waiting-button';

const fetched = () => import('./open-menu');
const OpenMenu = lazy(() => fetched().then((part) => ({ default: part.OpenMenu })));

/** A list of acts behind one button. */
export const Menu = ({
  trigger,
  children,
  align = 'end',
}: {
  trigger: Trigger;
  children: ReactNode;
  align?: 'start' | 'end';
}) => {
  const [wanted, setWanted] = useState(false);
  const waiting = waitingButton(trigger, 'menu', {
    onPress: () => {
      setWanted(true);
    },
    onGlance: () => void fetched(),
  });
  if (!wanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      <OpenMenu trigger={trigger} align={align}>
        {children}
      </OpenMenu>
    </Suspense>
  );
};

export const MenuItem = (props: MenuItemProps) => {
  const { Item } = use(MenuParts);
  return <Item {...props} />;
};

export const MenuLine = () => {
  const { Line } = use(MenuParts);
  return <Line />;
};
