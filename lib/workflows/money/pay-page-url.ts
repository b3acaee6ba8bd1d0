import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';

/** Our own page of one payment: it leads to the gateway, and shows how things stand to who comes back. */
export const payPageUrl = (world: World, scope: BusinessScope, attemptId: string): string =>
  `${world.publicUrl}/pay/${world.signLink(['p', scope.businessId, attemptId])}`;
