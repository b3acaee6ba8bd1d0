import type { EpochMinute } from '../kernel/time-range';
import type { AvailabilityInput, WhyNot } from './types';
import { whyNot } from './why-not';

/** What a time asked for by staff bends. */
export type StaffCheck = {
  /** Closed, or taken: only with the permission for it, and a reason. */
  hard: WhyNot | null;
  /**
   * A rule that binds customers and not staff: worth saying, no more. Looked at only where nothing hard stands, but
   * that taken time may be closed besides.
   */
  soft: WhyNot | null;
};

const dayMinutes = 1440;

const alwaysOpen: Pick<AvailabilityInput, 'hours' | 'closures'> = {
  hours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    resourceId: null,
    kind: 'open',
    weekday,
    opensMinute: 0,
    closesMinute: dayMinutes,
  })),
  closures: [],
};

/**
 * Whether staff may give this time without asking anybody, and what customers would have been told of it.
 * `busy` must reach around `start`. Throws `AppError('not-found')` for a resource without this service.
 */
export function staffCheck(
  input: AvailabilityInput,
  resourceId: string,
  start: EpochMinute,
  durationMinutes: number,
): StaffCheck {
  const now = Math.min(input.now, start);
  const unbound: AvailabilityInput = {
    ...input,
    now,
    service: {
      ...input.service,
      durationMinutes: [durationMinutes],
      stepMinutes: 1,
      noticeMinutes: 0,
      horizonDays: Math.ceil((start - now) / dayMinutes) + 1,
    },
    resources: input.resources.map(({ resourceId: id, capacity }) => ({ resourceId: id, capacity })),
  };
  const hard = whyNot(unbound, resourceId, start, durationMinutes);
  // Somebody in the way is graver than a closed door: whoever goes over it has to see them.
  const taken = hard && whyNot({ ...unbound, ...alwaysOpen }, resourceId, start, durationMinutes);
  if (hard && taken?.kind === 'taken') return { hard: taken, soft: hard.kind === 'taken' ? null : hard };
  return { hard, soft: hard ? null : whyNot(input, resourceId, start, durationMinutes) };
}
