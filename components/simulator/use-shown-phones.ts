import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Customer } from '../../lib/simulator/types';
import { changeCustomer } from './simulator-client';

/** A phone of the usual width and the gap beside it: no phone is drawn narrower. */
const phoneWidth = 376;
/** The gap before the first phone. */
const edge = 16;

export type ShownPhones = {
  /** On screen, in the customers' order. */
  shown: Customer[];
  /** The one last chosen: the developer's view speaks of it. */
  inHand: Customer | null;
  show: (id: string) => void;
};

/** Which phones are on screen: as many as fit, the one last chosen always among them. */
export const useShownPhones = (customers: readonly Customer[], width: number): ShownPhones => {
  const room = Math.max(1, Math.min(3, Math.floor((width - edge) / phoneWidth)));
  // Newest choice first.
  const [chosen, setChosen] = useState<string[]>([]);
  const show = useCallback(
    (id: string) => setChosen((before) => [id, ...before.filter((each) => each !== id)]),
    [],
  );

  const shown = useMemo(() => {
    const known = chosen.filter((id) => customers.some((each) => each.id === id));
    const rest = customers.map((each) => each.id).filter((id) => !known.includes(id));
    const visible = new Set([...known, ...rest].slice(0, room));
    return customers.filter((each) => visible.has(each.id));
  }, [chosen, customers, room]);

  const ids = shown.map((each) => each.id).join(' ');
  useEffect(() => {
    const visible = ids === '' ? [] : ids.split(' ');
    // A chat on screen is being read; told once when it appears and once when it goes.
    const tell = (open: boolean): void => {
      for (const id of visible) void changeCustomer(id, { open }).catch(() => undefined);
    };
    tell(true);
    return () => tell(false);
  }, [ids]);

  const inHand = shown.find((each) => each.id === chosen[0]) ?? shown[0] ?? null;
  return { shown, inHand, show };
};
