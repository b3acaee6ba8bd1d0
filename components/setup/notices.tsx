'use client';

import { Button } from '../ui/button';
import { useText } from '../words';

/** Somebody else saved the same meanwhile: nothing was overwritten, and what was typed is still there. */
export const StaleNotice = ({ onReload }: { onReload: () => void }) => {
  const t = useText('setup');
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 rounded bg-danger-soft px-3 py-2 text-sm">
      <p className="min-w-0 flex-1">{t('stale')}</p>
      <Button onClick={onReload}>{t('staleReload')}</Button>
    </div>
  );
};

/** A part of a form under its own heading, with a line of plain words. */
export const Part = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: string;
  children: React.ReactNode;
}) => (
  <section className="flex flex-col gap-4 border-t border-hairline pt-5 first:border-t-0 first:pt-0">
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {lead ? <p className="text-sm text-muted">{lead}</p> : null}
    </div>
    {children}
  </section>
);
