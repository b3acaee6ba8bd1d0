import type { CalendarBooking } from '../../lib/booking/schema';

export type Look = 'held' | 'payment' | 'confirmed' | 'checked-in' | 'completed' | 'no-show' | 'cancelled';

export const lookOf = ({ status, awaitsPayment }: CalendarBooking): Look =>
  status === 'held' && awaitsPayment ? 'payment' : status;

/** How a booking is filled and bordered; its mark says the same in a shape, so that colour alone never does. */
export const fillOf: Record<Look, string> = {
  held: 'border border-dashed border-state-held bg-surface text-ink',
  payment: 'border border-dashed border-state-payment bg-surface text-ink',
  confirmed: 'border border-transparent bg-state-confirmed/18 text-ink before:bg-state-confirmed',
  'checked-in': 'border border-transparent bg-state-checked-in/25 text-ink before:bg-state-checked-in',
  completed: 'border border-transparent bg-surface-sunken text-muted before:bg-state-completed',
  'no-show': 'border border-transparent bg-surface-sunken text-muted before:bg-state-no-show',
  cancelled: 'border border-state-cancelled bg-transparent text-muted',
};

/** The diagonal hatch of time that is taken by no booking. */
export const hatch =
  'bg-[repeating-linear-gradient(135deg,transparent_0_5px,color-mix(in_srgb,var(--state-block)_28%,transparent)_5px_6px)]';
