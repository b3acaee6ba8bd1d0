'use client';

import { Command } from 'cmdk';
import { useRouter } from 'next/navigation';
import { useDeferredValue, useState } from 'react';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import { FinderResults } from './finder-results';
import { useStaff } from './staff-context';

/** Finds a customer, a booking or a page by a few letters; arrows choose, Enter opens. */
export const Finder = ({ onClose }: { onClose: () => void }) => {
  const { business } = useStaff();
  const t = useText('frame');
  const router = useRouter();
  const [query, setQuery] = useState('');
  const deferred = useDeferredValue(query);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t('find')}
    >
      <Command shouldFilter={false} label={t('find')} className="-mx-2 flex flex-col">
        <Command.Input
          autoFocus
          value={query}
          onValueChange={setQuery}
          placeholder={t('findHint')}
          className="min-h-11 rounded border border-hairline bg-surface-raised px-3 text-base placeholder:text-muted"
        />
        <FinderResults
          query={deferred}
          go={(path) => {
            onClose();
            router.push(`/${business}/${path}`);
          }}
        />
      </Command>
    </Dialog>
  );
};
