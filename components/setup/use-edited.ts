'use client';

import { usePathname, useRouter, useSearchParams } from 'next/navigation';

/** Which row is open for editing, held by the address bar: an id, `new`, or null. */
export function useEdited(): { edited: string | null; edit: (id: string | null, more?: string) => void } {
  const router = useRouter();
  const path = usePathname();
  const edited = useSearchParams().get('edit');
  return {
    edited,
    edit: (id, more = '') => {
      router.push(id === null ? path : `${path}?edit=${id}${more}`);
    },
  };
}
