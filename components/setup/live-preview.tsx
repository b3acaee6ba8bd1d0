'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useWatch, type Control, type FieldValues } from 'react-hook-form';
import type { SetupDraft } from '../../lib/catalog/with-draft';
import { Skeleton } from '../ui/empty';

// The bubbles of a phone are fetched beside the form, not before it.
const ChatPreview = dynamic(() => import('./chat-preview').then((part) => part.ChatPreview), {
  ssr: false,
  loading: () => <Skeleton className="h-80 w-full" />,
});

const pauseMs = 400;

type Props<T extends FieldValues> = {
  control: Control<T, unknown, T>;
  /** What the form holds, or null while it could not be saved. */
  draftOf: (values: unknown) => SetupDraft | null;
};

/** What customers will read of a form, as it is being written: the last state of it that could be saved. */
export const LivePreview = <T extends FieldValues>({ control, draftOf }: Props<T>) => {
  const values = useWatch({ control });
  const [draft, setDraft] = useState(() => draftOf(values));
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = draftOf(values);
      if (next) setDraft(next);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [values, draftOf]);
  return <ChatPreview draft={draft} />;
};
