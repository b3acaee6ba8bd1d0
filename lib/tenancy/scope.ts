import type { BusinessId } from '../kernel/ids';
import type { BusinessScope } from './types';

/** Mints the scope. Call it only where the business has just been proved: channel look-up, session, job payload. */
export const scopeOf = (businessId: string): BusinessScope =>
  ({ businessId: businessId as BusinessId }) as BusinessScope;
