import type { Tx } from '../../db/client';
import type { Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { recordAttendance, type AttendanceInput } from './record-attendance';

/** Records that the customer has come. Fails with `wrong-state` unless it is confirmed (or was marked a no-show). */
export const checkIn = (
  tx: Tx,
  scope: BusinessScope,
  input: AttendanceInput,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> =>
  recordAttendance(tx, scope, 'checked-in', input);
