'use client';

import { useEffect, useEffectEvent } from 'react';

/** Somebody is writing: keys belong to that. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;

/** Ctrl-K or ⌘K finds, `?` shows the keys; wherever one is. `heard` false: another part hears them. */
export function useFrameKeys(heard: boolean, acts: { find: () => void; help: () => void }): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) acts.find();
    else if (event.key === '?' && !event.ctrlKey && !event.metaKey && !isWriting(event.target)) acts.help();
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    if (!heard) return undefined;
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKey);
    };
  }, [heard]);
}
