'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import type { LiveEvent } from '../../lib/live/types';
import { staleAfter } from '../query-keys';
import { useText } from '../words';
import { useNotifications } from './notifications';
import { useStaff } from './staff-context';

/** A short pause says nothing: proxies and phones drop connections and have them back at once. */
const patienceMs = 3_000;
/** Hidden longer than this, a page connects anew when it is looked at again. */
const longSleepMs = 60_000;

/** Hears what changes in the business and has it read again; says when it cannot hear. */
export const Live = ({ children }: { children: ReactNode }) => {
  const { business } = useStaff();
  const t = useText('frame');
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const lookForNews = useEffectEvent(useNotifications());
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let hiddenAt = 0;
    const lost = (): void => {
      timer ??= setTimeout(() => {
        setConnected(false);
      }, patienceMs);
    };
    const hear = ({ data }: MessageEvent<string>): void => {
      // Written by our own stream, one event a message.
      const event = JSON.parse(data) as LiveEvent;
      if (event.kind === 'bookings' || event.kind === 'chats') lookForNews();
      const stale = staleAfter(event);
      if (stale === null) void queries.invalidateQueries();
      else for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    };
    const open = (): void => {
      clearTimeout(again);
      source?.close();
      const opened = new EventSource(`/api/live?business=${encodeURIComponent(business)}`);
      source = opened;
      opened.onopen = () => {
        clearTimeout(timer);
        timer = undefined;
        setConnected(true);
      };
      opened.onerror = () => {
        lost();
        // The browser tries again by itself, but not after an answer that is no stream: a proxy while we restart.
        if (opened.readyState === EventSource.CLOSED) again = setTimeout(open, patienceMs);
      };
      opened.onmessage = hear;
    };
    // A phone that slept or changed its network holds a dead connection without knowing: a new one catches up.
    const onVisible = (): void => {
      if (document.hidden) hiddenAt = Date.now();
      else if (Date.now() - hiddenAt > longSleepMs) open();
    };
    open();
    window.addEventListener('offline', lost);
    window.addEventListener('online', open);
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      clearTimeout(timer);
      clearTimeout(again);
      source?.close();
      window.removeEventListener('offline', lost);
      window.removeEventListener('online', open);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [business, queries]);
  return (
    <>
      {children}
      <div role="status" aria-live="polite">
        {connected ? null : (
          <p className="fixed inset-x-4 bottom-32 z-50 mx-auto w-fit rounded bg-ink px-4 py-2 text-sm text-surface md:bottom-4">
            {t('offline')}
          </p>
        )}
      </div>
    </>
  );
};
