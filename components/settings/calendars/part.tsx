import type { ReactNode } from 'react';

/** A section of the page: what it is for, then what it holds. */
export const Part = ({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) => (
  <section className="flex flex-col gap-3">
    <div>
      <h2 className="text-base font-semibold">{title}</h2>
      {lead ? <p className="text-sm text-muted">{lead}</p> : null}
    </div>
    {children}
  </section>
);
