'use client';

import { lazy, Suspense, useState } from 'react';
import type { PopoverProps } from './open-popover';
import { waitingButton } from './waiting-button';

const fetched = () => import('./open-popover');
const OpenPopover = lazy(() => fetched().then((part) => ({ default: part.OpenPopover })));

/** A small panel beside its button; a click elsewhere closes it. */
export const Popover = (props: PopoverProps) => {
  const { open, trigger, onOpenChange } = props;
  const [wanted, setWanted] = useState(open);
  if (open && !wanted) setWanted(true);
  const waiting = waitingButton(trigger, 'dialog', {
    onPress: () => {
      onOpenChange(true);
    },
    onGlance: () => void fetched(),
  });
  if (!wanted) return waiting;
  return (
    <Suspense fallback={waiting}>
      <OpenPopover {...props} />
    </Suspense>
  );
};
