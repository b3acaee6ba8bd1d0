import { createContext, type ComponentType, type ReactNode } from 'react';

export type MenuItemProps = {
  onSelect: () => void;
  children: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  className?: string;
};

/** What an open menu draws its entries with: it comes with the menu, which is fetched when it is first opened. */
export const MenuParts = createContext<{ Item: ComponentType<MenuItemProps>; Line: ComponentType }>({
  Item: () => null,
  Line: () => null,
});
