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

/** Hears what changes in the business and has it read again; says when it cannot hear. */
export const Live = ({ children }: { children: ReactNode }) => {
  const { business } = useStaff();
  const t = useText('frame');
  const queries = useQueryClient();
  const [connected, setConnected] = useState(true);
  const lookForNews = useEffectEvent(useNotifications());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const source = new EventSource(`/api/live?business=${encodeURIComponent(business)}`);
    source.onopen = () => {
      clearTimeout(timer);
      timer = undefined;
      setConnected(true);
    };
    source.onerror = () => {
      timer ??= setTimeout(() => {
        setConnected(false);
      }, patienceMs);
    };
    source.onmessage = ({ data }: MessageEvent<string>) => {
      // Written by our own stream, one event a message.
      const event = JSON.parse(data) as LiveEvent;
      if (event.kind === 'bookings' || event.kind === 'chats') lookForNews();
      const stale = staleAfter(event);
      if (stale === null) void queries.invalidateQueries();
      else for (const queryKey of stale) void queries.invalidateQueries({ queryKey });
    };
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [business, queries]);
  return (
    <>
      {children}
      <div role="status" aria-live="polite">
        {connected ? null : (
          <p className="fixed inset-x-0 bottom-16 z-50 mx-auto w-fit rounded bg-ink px-4 py-2 text-sm text-surface md:bottom-4">
            {t('offline')}
          </p>
        )}
      </div>
    </>
  );
};
