'use client';

import { Check, Columns3 } from 'lucide-react';
import { Button } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useText } from '../words';
import { columnNames, type ColumnName } from './columns';

type Props = { shown: readonly ColumnName[]; onToggle: (name: ColumnName) => void };

/** Which columns the table shows; phones show a list and have none. */
export const ColumnMenu = ({ shown, onToggle }: Props) => {
  const t = useText('bookings');
  return (
    <div className="hidden md:block">
      <Menu
        trigger={
          <Button>
            <Columns3 aria-hidden className="size-4" />
            {t('columns')}
          </Button>
        }
      >
        {columnNames.map((name) => (
          <MenuItem
            key={name}
            onSelect={() => {
              onToggle(name);
            }}
          >
            <Check aria-hidden className={shown.includes(name) ? 'size-4' : 'size-4 opacity-0'} />
            {t(name)}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
};
