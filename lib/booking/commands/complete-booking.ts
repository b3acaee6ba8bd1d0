import type { Tx } from '../../db/client';
import type { Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { recordAttendance, type AttendanceInput } from './record-attendance';

/** Records that it took place. Its time stays taken. Fails with `wrong-state` for one that never stood. */
export const completeBooking = (
  tx: Tx,
  scope: BusinessScope,
  input: AttendanceInput,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> =>
  recordAttendance(tx, scope, 'completed', input);
