import type { ReactNode } from 'react';

/** A whole page that says one thing and offers one way on. */
export const Notice = ({ title, hint, children }: { title: string; hint: string; children: ReactNode }) => (
  <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-4 px-6 py-12">
    <h1 className="text-lg font-semibold">{title}</h1>
    <p className="text-base text-muted">{hint}</p>
    <div className="mt-2">{children}</div>
  </main>
);

export const noticeAction =
  'inline-flex min-h-11 items-center rounded bg-accent px-5 text-base font-semibold text-accent-ink hover:opacity-90';
