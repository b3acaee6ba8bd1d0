import { createHmac, hkdfSync } from 'node:crypto';

/**
 * A keyed hash of a number or user id within one business: whoever has only the database can neither read it nor try all
 * numbers against it, and the same person at another business has another one. Under another master key it is another.
 */
export function identityMark(secret: string, businessId: string, identity: string): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'neram kept refusals', 32));
  return createHmac('sha256', key).update(`${businessId}\n${identity}`).digest('base64url');
}
