import { cancelBooking } from '../booking/commands/cancel-booking';
import { confirmBooking } from '../booking/commands/confirm-booking';
import { confirmMove } from '../booking/commands/confirm-move';
import { releaseHold } from '../booking/commands/release-hold';
import { releaseMove } from '../booking/commands/release-move';
import type { Actor } from '../booking/types';
import type { Effect, Facts, OutcomeEvent } from '../conversation/types';
import { addAttendee } from '../customers/commands/add-attendee';
import { recordConsent } from '../customers/commands/record-consent';
import { updateCustomer } from '../customers/commands/update-customer';
import type { Customer } from '../customers/types';
import type { Tx } from '../db/client';
import { exhaustive } from '../kernel/exhaustive';
import type { BookingId } from '../kernel/ids';
import type { BusinessScope } from '../tenancy/types';
import { handToStaff, takeBackFromStaff } from '../threads/commands/hand-over';
import type { Thread } from '../threads/types';
import { bookingFact } from './booking-fact';
import { holdForCustomer, holdMoveForCustomer } from './hold-for-customer';
import { joinWaitlist } from '../booking/commands/join-waitlist';
import type { World } from './types';

export type EffectContext = {
  world: World;
  tx: Tx;
  scope: BusinessScope;
  customer: Customer;
  thread: Thread;
  facts: Facts;
  effectId: string;
};

type SilentEffect = Exclude<Effect, { kind: 'reply' }>;
