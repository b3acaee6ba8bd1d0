import { cloneElement, type HTMLAttributes, type ReactElement } from 'react';

/** The button of a part of the page; it brings no press of its own. */
export type Trigger = ReactElement<HTMLAttributes<HTMLElement>>;

/**
 * The button as it stands before its part was ever opened. The part is fetched when it is first pressed, and already at
 * a glance (pointer or focus on it), so that a first visit need not carry it.
 */
export const waitingButton = (
  trigger: Trigger,
  kind: 'menu' | 'dialog',
  { onPress, onGlance }: { onPress: () => void; onGlance: () => void },
): Trigger =>
  cloneElement(trigger, {
    'aria-haspopup': kind,
    'aria-expanded': false,
    onClick: onPress,
    onFocus: onGlance,
    onPointerEnter: onGlance,
  });
