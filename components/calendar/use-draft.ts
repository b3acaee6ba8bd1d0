'use client';

import { useEffect } from 'react';
import type { Wanted } from './draft';

/** Tells the calendar beside a form what the form would take, until it is closed. */
export function useDraft(
  { resourceId, date, minute, durationMinutes }: Wanted,
  onDraft: (draft: Wanted | null) => void,
): void {
  useEffect(() => {
    onDraft({ resourceId, date, minute, durationMinutes });
    return () => {
      onDraft(null);
    };
  }, [resourceId, date, minute, durationMinutes, onDraft]);
}
