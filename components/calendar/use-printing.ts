'use client';

import { useSyncExternalStore } from 'react';

let printing = false;

const subscribe = (changed: () => void): (() => void) => {
  const media = window.matchMedia('print');
  const set = (next: boolean) => (): void => {
    printing = next;
    changed();
  };
  const begin = set(true);
  const end = set(false);
  const follow = (): void => {
    set(media.matches)();
  };
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  // A preview of the paper fires no event of printing, only this.
  media.addEventListener('change', follow);
  return () => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    media.removeEventListener('change', follow);
  };
};

/** Whether the page is being put on paper: what only paper shows is not drawn before. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
