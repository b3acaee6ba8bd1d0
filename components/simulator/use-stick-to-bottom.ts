import { useCallback, useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** Nearer than this to the end counts as reading the newest message. */
const nearPixels = 80;

export type Stick = {
  ref: RefObject<HTMLDivElement | null>;
  away: boolean;
  onScroll: () => void;
  toBottom: () => void;
};

/** Keeps a list at its end while the reader is there, and leaves it alone while they read further up. */
export const useStickToBottom = (lastKey: string | undefined, mineIsLast: boolean): Stick => {
  const ref = useRef<HTMLDivElement>(null);
  const near = useRef(true);
  const [away, setAway] = useState(false);

  const toBottom = useCallback(() => {
    const element = ref.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  const onScroll = useCallback(() => {
    const element = ref.current;
    if (!element) return;
    near.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearPixels;
    setAway(!near.current);
  }, []);

  useLayoutEffect(() => {
    if (near.current || mineIsLast) toBottom();
  }, [lastKey, mineIsLast, toBottom]);

  // The keyboard, the list sheet and late text shaping change heights without a new message.
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      if (near.current) toBottom();
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [toBottom]);

  return { ref, away, onScroll, toBottom };
};
