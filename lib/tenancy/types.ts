import type { z } from 'zod';
import type { BusinessId } from '../kernel/ids';
import type { Language, LocalText } from '../kernel/local-text';
import type { Role } from '../kernel/roles';
import type { businessProfileSchema } from './schema';

declare const minted: unique symbol;

/**
 * Proof that the caller may act for one business. Minted only by the webhook's channel look-up, the session
 * gate and a job's payload (lib/tenancy/scope.ts); it is in every `where`.
 */
export type BusinessScope = { readonly businessId: BusinessId; readonly [minted]: true };

/** What one person may do in one business. */
export type Membership = {
  scope: BusinessScope;
  slug: string;
  businessName: LocalText;
  /** Its logo. */
  photoId: string | null;
  zone: string;
  role: Role;
  /** The calendar a practitioner is bound to; null for the other roles. */
  resourceId: string | null;
};

/** Somebody who signs in. */
export type StaffUser = {
  id: string;
  email: string;
  name: string;
  language: Language;
  sessionVersion: number;
};

/** Who did something from the dashboard, and from where. */
export type StaffActor = { userId: string; name: string; role: Role; address: string; agent: string };

/** What customers and staff see of a business, and the zone all its rules are evaluated in. */
export type BusinessProfile = z.infer<typeof businessProfileSchema>;
