import type { MessageId } from '../kernel/ids';
import type { DeliveryStatus } from '../messaging/types';

/** What a provider reports of a delivery, with what it says about the price. */
export type PricedStatus = {
  businessId: string;
  /** Our own mark as the provider echoed it; null or foreign where it did not. */
  opaque: string | null;
  externalId: string;
  status: DeliveryStatus;
  at: Date;
  pricing: { category: string; billable?: boolean; type?: string } | null;
};

/** A delivered message whose category is known and that is not charged for yet. */
export type UnchargedMessage = {
  businessId: string;
  id: MessageId;
  category: string;
  billable: boolean;
  waId: string | null;
  bsuid: string | null;
  zone: string;
  deliveredAt: Date;
};

/** `milliPaise` null: delivered, and nobody knows what it costs. */
export type Charge = { businessId: string; id: MessageId; at: Date; milliPaise: number | null };
