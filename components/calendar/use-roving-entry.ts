'use client';

import { useCallback, useMemo, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { Column } from './entries';

const keyOf = (target: EventTarget): string | null =>
  target instanceof HTMLElement ? (target.dataset['entry'] ?? null) : null;

/**
 * One entry of a grid takes part in the Tab order; arrows hand that on: up and down by time within a column, left and
 * right to the entry of the next column that is nearest in time.
 */
export function useRovingEntry(columns: readonly Column[], onOpen: (key: string) => void) {
  const [focused, setFocused] = useState<string | null>(null);
  const first = useMemo(
    () => columns.find((one) => one.entries.length > 0)?.entries[0]?.key ?? null,
    [columns],
  );
  const known = focused !== null && columns.some((one) => one.entries.some((each) => each.key === focused));
  const onFocus = useCallback((event: FocusEvent) => {
    const key = keyOf(event.target);
    if (key !== null) setFocused(key);
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      const key = keyOf(event.target);
      if (key === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const next = neighbour(columns, key, event.key);
      if (next === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (next !== null) find(event.currentTarget, next)?.focus();
    },
    [columns],
  );
  return { current: known ? focused : first, onKeyDown, onFocus, onOpen };
}

const find = (root: HTMLElement, key: string): HTMLElement | null =>
  root.querySelector(`[data-entry="${CSS.escape(key)}"]`);

/** The entry an arrow leads to; null where there is none that way, undefined for a key that is no arrow. */
function neighbour(columns: readonly Column[], key: string, arrow: string): string | null | undefined {
  const at = columns.findIndex((one) => one.entries.some((each) => each.key === key));
  const own = columns[at]?.entries ?? [];
  const place = own.findIndex((one) => one.key === key);
  if (arrow === 'ArrowDown') return own[place + 1]?.key ?? null;
  if (arrow === 'ArrowUp') return own[place - 1]?.key ?? null;
  if (arrow !== 'ArrowLeft' && arrow !== 'ArrowRight') return undefined;
  const from = own[place]?.from ?? 0;
  const step = arrow === 'ArrowLeft' ? -1 : 1;
  for (let index = at + step; index >= 0 && index < columns.length; index += step) {
    const [nearest] = [...(columns[index]?.entries ?? [])].sort(
      (a, b) => Math.abs(a.from - from) - Math.abs(b.from - from),
    );
    if (nearest) return nearest.key;
  }
  return null;
}
