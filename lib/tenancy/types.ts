import type { BusinessId } from '../kernel/ids';

declare const minted: unique symbol;

/**
 * Proof that the caller may act for one business. Minted only by the webhook's channel look-up, the session
 * gate and a job's payload (lib/tenancy/scope.ts); it is in every `where`.
 */
export type BusinessScope = { readonly businessId: BusinessId; readonly [minted]: true };
