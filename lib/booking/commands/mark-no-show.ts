import type { Tx } from '../../db/client';
import type { Result } from '../../kernel/result';
import type { BusinessScope } from '../../tenancy/types';
import type { Booking, ChangedMeanwhile, NotFound, WrongState } from '../types';
import { recordAttendance, type AttendanceInput } from './record-attendance';

/** Records that nobody came. Its time stays taken. Fails with `wrong-state` when the customer was checked in. */
export const markNoShow = (
  tx: Tx,
  scope: BusinessScope,
  input: AttendanceInput,
): Promise<Result<Booking, NotFound | WrongState | ChangedMeanwhile>> =>
  recordAttendance(tx, scope, 'no-show', input);
