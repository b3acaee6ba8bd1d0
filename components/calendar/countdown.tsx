'use client';

import { useNow } from '../use-now';

/** How long a hold still lasts, as minutes and seconds. */
export const Countdown = ({ until }: { until: string }) => {
  const now = useNow(1000);
  const seconds = now ? Math.max(0, Math.ceil((Date.parse(until) - now.getTime()) / 1000)) : null;
  if (seconds === null) return <span className="tabular-nums">–:––</span>;
  return (
    <span className="tabular-nums">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </span>
  );
};
