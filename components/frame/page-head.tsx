import type { ReactNode } from 'react';

/** The head of a page: its name, and what can be done on it. */
export const PageHead = ({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children?: ReactNode;
}) => (
  <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-3 md:px-6">
    {/* A bare title stays whole and lets the buttons go below it; one with a lead has a phone's whole width. */}
    <div className={lead ? 'min-w-0 basis-full md:flex-1 md:basis-0' : 'min-w-0 flex-auto'}>
      <h1 className="text-lg font-semibold">{title}</h1>
      {lead ? <p className="text-sm text-muted">{lead}</p> : null}
    </div>
    {children ? <div className="flex flex-wrap items-center gap-2">{children}</div> : null}
  </header>
);
