'use client';

import { useSyncExternalStore } from 'react';

const query = '(max-width: 767px)';

const subscribe = (changed: () => void): (() => void) => {
  const media = window.matchMedia(query);
  media.addEventListener('change', changed);
  return () => {
    media.removeEventListener('change', changed);
  };
};

/** Whether the screen is a phone's; null on the server, which cannot know. */
export const useIsPhone = (): boolean | null =>
  useSyncExternalStore<boolean | null>(
    subscribe,
    () => window.matchMedia(query).matches,
    () => null,
  );
