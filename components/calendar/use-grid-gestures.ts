'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import type { CalendarBooking } from '../../lib/booking/schema';
import type { Column } from './entries';
import type { Scale } from './places';

type Kind = 'range' | 'move' | 'resize';

/** A time being chosen: for something new, or for a booking that moves. */
export type Gesture = {
  kind: Kind;
  booking: CalendarBooking | null;
  column: number;
  from: number;
  to: number;
  /** What a booking had before. */
  origin: { column: number; from: number; to: number };
};

type Options = {
  columns: readonly Column[];
  scale: Scale;
  movable: (booking: CalendarBooking) => boolean;
  mayCreate: boolean;
  onRange: (column: Column, from: number, to: number) => void;
  onPlace: (booking: CalendarBooking, column: Column, from: number, to: number) => void;
};

const snap = 15;
const tapMinutes = 60;
/** Farther than a trembling hand. */
const startPixels = 5;
const longPressMs = 350;
const edgePixels = 36;

const floor = (minute: number): number => Math.floor(minute / snap) * snap;
const round = (minute: number): number => Math.round(minute / snap) * snap;

type Start = { x: number; y: number; kind: Kind; key: string | null; column: number; minute: number };

const entryKeyOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null) : null;

/**
 * Choosing a time by mouse, finger and keys. A mouse drags at once; a finger has to rest first, so that it can still
 * scroll, and a tap on an empty place chooses an hour. Keys: Alt and arrows move a booking, with Shift they change its
 * length; Enter places it, Escape gives up. Nothing is changed here: what was chosen is handed on.
 */
export function useGridGestures({ columns, scale, movable, mayCreate, onRange, onPlace }: Options) {
  const root = useRef<HTMLDivElement>(null);
  const start = useRef<Start | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const dragged = useRef(false);
  const [gesture, setGesture] = useState<Gesture | null>(null);
  const live = useRef<Gesture | null>(null);
  const show = (next: Gesture | null): void => {
    live.current = next;
    setGesture(next);
  };

  // A finger that drags must not scroll; only a listener that is not passive may say so.
  useEffect(() => {
    const pane = root.current;
    const hold = (event: TouchEvent): void => {
      if (live.current) event.preventDefault();
    };
    pane?.addEventListener('touchmove', hold, { passive: false });
    return () => {
      pane?.removeEventListener('touchmove', hold);
    };
  }, []);

  const locate = (x: number, y: number): { column: number; minute: number } | null => {
    const found = [...(root.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].find((one) => {
      const { left, right } = one.getBoundingClientRect();
      return x >= left && x < right;
    });
    if (!found) return null;
    const minute = scale.from + (y - found.getBoundingClientRect().top) / scale.pixelsPerMinute;
    return { column: Number(found.dataset['column']), minute };
  };

  const spanOf = (key: string) => {
    const column = columns.findIndex((one) => one.entries.some((entry) => entry.key === key));
    const entry = columns[column]?.entries.find((one) => one.key === key);
    return entry?.kind === 'booking' && movable(entry.booking) ? { column, entry } : null;
  };

  const begin = (from: Start): void => {
    if (from.kind === 'range') {
      const origin = { column: from.column, from: floor(from.minute), to: floor(from.minute) + snap };
      show({ kind: 'range', booking: null, ...origin, origin });
      return;
    }
    const found = from.key === null ? null : spanOf(from.key);
    if (!found) return;
    const origin = { column: found.column, from: found.entry.from, to: found.entry.to };
    show({ kind: from.kind, booking: found.entry.booking, ...origin, origin });
  };

  const follow = (x: number, y: number): void => {
    const now = live.current;
    const at = locate(x, y);
    const from = start.current;
    if (!now || !at || !from) return;
    if (now.kind === 'range') {
      const [a, b] = [floor(from.minute), at.minute < from.minute ? floor(at.minute) : round(at.minute)];
      show({ ...now, from: Math.min(a, b), to: Math.max(a + snap, b) });
    } else if (now.kind === 'resize') {
      show({ ...now, to: Math.max(now.from + snap, round(at.minute)) });
    } else {
      const length = now.origin.to - now.origin.from;
      const begins = round(now.origin.from + at.minute - from.minute);
      show({ ...now, column: at.column, from: begins, to: begins + length });
    }
    const pane = root.current?.getBoundingClientRect();
    if (!pane || !root.current) return;
    if (y > pane.bottom - edgePixels) root.current.scrollTop += 10;
    if (y < pane.top + 2 * edgePixels) root.current.scrollTop -= 10;
  };

  const finish = (): void => {
    const chosen = live.current;
    show(null);
    const column = chosen ? columns[chosen.column] : undefined;
    if (!chosen || !column) return;
    if (!chosen.booking) onRange(column, chosen.from, chosen.to);
    else if (
      chosen.column !== chosen.origin.column ||
      chosen.from !== chosen.origin.from ||
      chosen.to !== chosen.origin.to
    )
      onPlace(chosen.booking, column, chosen.from, chosen.to);
  };

  const stop = (): void => {
    clearTimeout(timer.current);
    start.current = null;
  };

  return {
    root,
    gesture,
    handlers: {
      onPointerDown: (event: PointerEvent): void => {
        if (event.button !== 0) return;
        const at = locate(event.clientX, event.clientY);
        const inGrid = event.target instanceof Element && event.target.closest('[data-column]') !== null;
        dragged.current = false;
        if (!at || !inGrid) return;
        const key = entryKeyOf(event.target);
        const resize = event.target instanceof Element && event.target.closest('[data-resize]') !== null;
        const kind: Kind = key === null ? 'range' : resize ? 'resize' : 'move';
        const from: Start = { x: event.clientX, y: event.clientY, kind, key, ...at };
        if (kind === 'range' && (!mayCreate || event.pointerType === 'touch')) return;
        start.current = from;
        if (event.pointerType === 'touch')
          timer.current = setTimeout(() => {
            dragged.current = true;
            begin(from);
          }, longPressMs);
      },
      onPointerMove: (event: PointerEvent): void => {
        const from = start.current;
        if (!from) return;
        const far = Math.hypot(event.clientX - from.x, event.clientY - from.y) > startPixels;
        if (!live.current && far) {
          // A finger that moves before it has rested scrolls.
          if (event.pointerType === 'touch') stop();
          else {
            dragged.current = true;
            root.current?.setPointerCapture(event.pointerId);
            begin(from);
          }
        }
        if (live.current) follow(event.clientX, event.clientY);
      },
      onPointerUp: (): void => {
        if (start.current && live.current) finish();
        stop();
      },
      onPointerCancel: (): void => {
        stop();
        show(null);
      },
      /** True when the click was the end of a drag, or chose a time; then it opens nothing. */
      onClick: (event: MouseEvent): boolean => {
        if (dragged.current) {
          dragged.current = false;
          return true;
        }
        if (entryKeyOf(event.target) !== null || !mayCreate) return false;
        const inGrid = event.target instanceof Element && event.target.closest('[data-column]') !== null;
        const at = inGrid ? locate(event.clientX, event.clientY) : null;
        const column = at ? columns[at.column] : undefined;
        if (!at || !column) return false;
        const from = Math.floor(at.minute / 30) * 30;
        onRange(column, from, from + tapMinutes);
        return true;
      },
      /** True when the key belonged to a choice of time. */
      onKeyDown: (event: KeyboardEvent): boolean => {
        const now = live.current;
        if (now && (event.key === 'Escape' || event.key === 'Enter')) {
          event.preventDefault();
          event.stopPropagation();
          if (event.key === 'Enter') finish();
          else show(null);
          return true;
        }
        const key = entryKeyOf(event.target);
        if (!event.altKey || key === null || !event.key.startsWith('Arrow')) return false;
        event.preventDefault();
        event.stopPropagation();
        if (!now) begin({ x: 0, y: 0, kind: 'move', key, column: 0, minute: 0 });
        const at = live.current;
        if (at) show(nudged(at, event.key, event.shiftKey, columns.length));
        return true;
      },
    },
  };
}

function nudged(at: Gesture, arrow: string, stretch: boolean, columns: number): Gesture {
  const step = arrow === 'ArrowDown' ? snap : arrow === 'ArrowUp' ? -snap : 0;
  if (stretch) return { ...at, to: Math.max(at.from + snap, at.to + step) };
  const aside = arrow === 'ArrowRight' ? 1 : arrow === 'ArrowLeft' ? -1 : 0;
  const column = Math.min(columns - 1, Math.max(0, at.column + aside));
  return { ...at, column, from: at.from + step, to: at.to + step };
}
