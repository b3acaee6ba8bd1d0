'use client';

import { useSyncExternalStore } from 'react';
import { columnNames, usualColumns, type ColumnName } from './columns';

const key = 'neram-booking-columns';
const heard = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  heard.add(listener);
  return () => heard.delete(listener);
};

const read = (): string => {
  try {
    return localStorage.getItem(key) ?? usualColumns.join();
  } catch {
    // A browser that keeps nothing shows the usual columns.
    return usualColumns.join();
  }
};

/** Which columns this browser shows; the choice is kept. */
export function useColumns(): [readonly ColumnName[], (name: ColumnName) => void] {
  const kept = useSyncExternalStore(subscribe, read, () => usualColumns.join());
  const shown = columnNames.filter((name) => kept.split(',').includes(name));
  return [
    shown,
    (name) => {
      const next = columnNames.filter((one) => (one === name ? !shown.includes(one) : shown.includes(one)));
      try {
        localStorage.setItem(key, next.join());
      } catch {
        return;
      }
      heard.forEach((listener) => {
        listener();
      });
    },
  ];
}
