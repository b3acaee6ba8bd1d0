import { AppError } from '../kernel/app-error';
import type { Membership } from '../tenancy/types';

/** A practitioner reaches their own calendar only; for them every other one does not exist. */
export function checkCalendar({ resourceId }: Membership, wanted: string): void {
  if (resourceId !== null && resourceId !== wanted)
    throw new AppError('not-found', 'There is no such court or doctor.');
}

/** The same for several; null means nobody else's. */
export function checkCalendars(membership: Membership, wanted: readonly (string | null)[]): void {
  for (const one of wanted) if (one !== null) checkCalendar(membership, one);
}
