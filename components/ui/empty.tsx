import type { ReactNode } from 'react';

/** Where there is nothing yet: what belongs here, and the one thing to do about it. */
export const Empty = ({
  title,
  hint,
  children,
  alone = false,
}: {
  title: string;
  hint?: ReactNode;
  /** Nothing else is on the page: the title heads it. */
  alone?: boolean;
  children?: ReactNode;
}) => (
  <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-16 text-center">
    {alone ? (
      <h1 className="text-base font-semibold text-balance">{title}</h1>
    ) : (
      <p className="text-base font-semibold text-balance">{title}</p>
    )}
    {hint ? <p className="text-sm text-muted text-balance">{hint}</p> : null}
    {children ? <div className="mt-3 flex flex-wrap justify-center gap-2">{children}</div> : null}
  </div>
);

/** A place held for what is loading, in its final shape. */
export const Skeleton = ({ className = 'h-4 w-full' }: { className?: string }) => (
  <span aria-hidden className={`block rounded bg-surface-sunken motion-safe:animate-pulse ${className}`} />
);
