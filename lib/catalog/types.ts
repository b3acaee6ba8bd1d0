import type { LocalText } from '../kernel/local-text';
import type { Closure, OfferedResource, PriceRule, ServiceRules, WeeklyHours } from '../scheduling/types';
import type { BusinessProfile } from '../tenancy/types';
import type { Deposit, PaymentRule, RefundRule } from '../terms/types';

export type ServiceKind = 'court' | 'consultation';
export type ResourceKind = 'court' | 'doctor';

/** Something customers book, with everything its time and price depend on besides hours and closures. */
export type CatalogService = ServiceRules & {
  id: string;
  kind: ServiceKind;
  name: LocalText;
  description: LocalText | null;
  /** Words customers use for it, any language. */
  aliases: string[];
  changeNoticeMinutes: number;
  reviewHoldMinutes: number;
  paymentRule: PaymentRule;
  /** Read where the rule is `deposit`; without one the whole price is asked for. */
  deposit: Deposit | null;
  refundRule: RefundRule;
  /** How long a slot is kept for paying. */
  payHoldMinutes: number;
  priceRules: PriceRule[];
  /** Who offers it, in display order. */
  offerings: OfferedResource[];
};

/** A court or a doctor. */
export type CatalogResource = {
  id: string;
  kind: ResourceKind;
  name: LocalText;
  /** A doctor's speciality. */
  detail: LocalText | null;
  aliases: string[];
  capacity: number;
};

/** The whole offer of one business: small enough to be read in one statement. */
export type Catalog = {
  business: BusinessProfile;
  /** In display order; archived ones left out. */
  services: CatalogService[];
  resources: CatalogResource[];
  hours: WeeklyHours[];
  closures: Closure[];
};
