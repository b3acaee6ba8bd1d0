'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Toaster } from 'sonner';
import { Live } from './live';
import { SignInAgain } from './sign-in-again';
import { StaffProvider, type StaffContext } from './staff-context';

/** What stands around every page of a business: who is at the desk, what was read, what is heard. */
export const Providers = ({ staff, children }: { staff: StaffContext; children: ReactNode }) => {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // Changes are told; reading again by the clock would only double them.
          queries: { staleTime: 60_000, retry: 1, refetchOnWindowFocus: false },
          mutations: { retry: false },
        },
      }),
  );
  useEffect(() => {
    // Without one the pages work the same, but for the offline page and notifications.
    if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  }, []);
  return (
    <QueryClientProvider client={client}>
      <StaffProvider staff={staff}>
        <Live>{children}</Live>
        <SignInAgain />
        <Toaster
          position="bottom-center"
          // Its own letters have no Tamil.
          style={{ fontFamily: 'inherit' }}
          mobileOffset={{ bottom: 76 }}
          toastOptions={{
            unstyled: true,
            classNames: {
              toast:
                'flex w-full items-center gap-3 rounded bg-ink px-4 py-3 text-sm text-surface shadow-lg [&_[data-icon]]:hidden',
              actionButton: 'ml-auto shrink-0 font-semibold underline underline-offset-4 min-h-8',
            },
          }}
        />
      </StaffProvider>
    </QueryClientProvider>
  );
};
