import type { Booking } from '../../booking/types';
import type { EffectContext } from '../effect-context';

/** How long a slot of this booking's service is kept for paying, in minutes. */
export const payHoldOf = ({ facts }: EffectContext, booking: Booking): number =>
  facts.services.find((service) => service.id === booking.serviceId)?.payHoldMinutes ?? 20;
