'use client';

import { Search } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useText } from '../words';
import { useFrameKeys } from './use-frame-keys';

// Neither is needed before somebody asks for it.
const Finder = dynamic(() => import('./finder').then((module) => module.Finder), { ssr: false });
const KeyList = dynamic(() => import('./key-list').then((module) => module.KeyList), { ssr: false });

type Props = { className: string; iconClass: string; withKeys?: boolean };

/** Opens the finder, by pointer or by key; the keys are heard by one of its places alone. */
export const FindButton = ({ className, iconClass, withKeys = false }: Props) => {
  const t = useText('frame');
  const [open, setOpen] = useState<'find' | 'help' | null>(null);
  const close = (): void => {
    setOpen(null);
  };
  useFrameKeys(withKeys, {
    find: () => {
      setOpen('find');
    },
    help: () => {
      setOpen('help');
    },
  });
  return (
    <>
      <button
        type="button"
        className={className}
        title={`${t('find')} (Ctrl K)`}
        onClick={() => {
          setOpen('find');
        }}
      >
        <Search aria-hidden className={iconClass} />
        {t('keyFind')}
      </button>
      {open === 'find' ? <Finder onClose={close} /> : null}
      {open === 'help' ? <KeyList onClose={close} /> : null}
    </>
  );
};
