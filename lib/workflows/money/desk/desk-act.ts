import { AppError } from '../../../kernel/app-error';
import type { BusinessScope, StaffActor } from '../../../tenancy/types';
import type { World } from '../../types';

/** Who at the desk does something about money, and where. */
export type Desk = { world: World; scope: BusinessScope; actor: StaffActor };

export const staffOf = ({ actor }: Desk) => ({ kind: 'staff' as const, id: actor.userId });

/** What the desk wanted does not go (any more); `why` is the reason's short name, for words in the reader's language; `otherBooking` the reference of the one in the way. */
export const refusedAct = (why: string, otherBooking?: string): AppError =>
  new AppError('conflict', 'The money does not allow this any more. Read it again.', [
    { path: 'money', message: why },
    ...(otherBooking ? [{ path: 'booking', message: otherBooking }] : []),
  ]);
