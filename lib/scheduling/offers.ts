import { AppError } from '../kernel/app-error';
import type { OfferedResource, ServiceRules } from './types';

/** One resource with the length, step and buffers by which its starts are counted. Minutes. */
export type Offer = {
  resource: OfferedResource;
  durationMinutes: number;
  stepMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
};

/** The lengths that can be booked on a resource: its own where it has any, otherwise the service's. */
export const durationChoices = (service: ServiceRules, resource: OfferedResource): readonly number[] =>
  resource.durationMinutes && resource.durationMinutes.length > 0
    ? resource.durationMinutes
    : service.durationMinutes;

/**
 * The offer of one resource for a length, by default its first choice; null where it does not offer that length.
 * Throws `AppError('invalid')` for steps and lengths that are not whole minutes above zero.
 */
export function offerOf(service: ServiceRules, resource: OfferedResource, wanted?: number): Offer | null {
  const choices = durationChoices(service, resource);
  const durationMinutes = wanted ?? choices[0];
  if (durationMinutes === undefined || !choices.includes(durationMinutes)) return null;
  const stepMinutes = resource.stepMinutes ?? service.stepMinutes;
  checkMinutes('durationMinutes', durationMinutes);
  checkMinutes('stepMinutes', stepMinutes);
  const { bufferBeforeMinutes, bufferAfterMinutes } = service;
  return { resource, durationMinutes, stepMinutes, bufferBeforeMinutes, bufferAfterMinutes };
}

function checkMinutes(name: string, minutes: number): void {
  if (Number.isInteger(minutes) && minutes > 0) return;
  throw new AppError(
    'invalid',
    `${name} must be a whole number of minutes above zero, not ${String(minutes)}.`,
  );
}
