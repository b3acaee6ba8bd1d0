'use client';

import { useEffect, useState } from 'react';

/** The present moment, again every `everyMs`; null until the page has come alive, so that server and browser agree. */
export function useNow(everyMs: number): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const tell = (): void => {
      setNow(new Date());
    };
    tell();
    const timer = setInterval(tell, everyMs);
    return () => {
      clearInterval(timer);
    };
  }, [everyMs]);
  return now;
}
