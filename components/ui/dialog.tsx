'use client';

import { lazy, Suspense } from 'react';
import type { DialogProps } from './open-dialog';

// Fetched when the first one opens.
const OpenDialog = lazy(() => import('./open-dialog').then((part) => ({ default: part.OpenDialog })));
const OpenDrawer = lazy(() => import('./open-dialog').then((part) => ({ default: part.OpenDrawer })));

/** A question in the middle of the screen that has to be answered or closed first; a sheet from below on phones. */
export const Dialog = (props: DialogProps) =>
  props.open ? (
    <Suspense>
      <OpenDialog {...props} />
    </Suspense>
  ) : null;

/** The thing in hand: a drawer at the right that leaves the page usable beside it; on phones a full-height sheet. */
export const Drawer = (props: DialogProps) =>
  props.open ? (
    <Suspense>
      <OpenDrawer {...props} />
    </Suspense>
  ) : null;
