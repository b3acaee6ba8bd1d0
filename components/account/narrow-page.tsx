import type { ReactNode } from 'react';
import { Mark } from '../mark';

/** A page with one thing to do, before or beside the dashboard. */
export const NarrowPage = ({
  brand,
  title,
  children,
}: {
  brand: string;
  title: string;
  children: ReactNode;
}) => (
  <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 px-6 py-12">
    <Mark name={brand} />
    <h1 className="text-xl font-semibold text-balance">{title}</h1>
    {children}
  </main>
);
