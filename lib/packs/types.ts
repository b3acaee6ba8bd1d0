import type { z } from 'zod';
import type { LocalText } from '../kernel/local-text';
import type { Paise } from '../kernel/money';
import type { PackKind } from '../terms/packs';
import type { offerDraftSchema, offersView, packEntryRow, soldPack, soldPacks } from './schema';

/** What a business sells ahead. */
export type PackOffer = {
  id: string;
  name: LocalText;
  kind: PackKind;
  /** Minutes or visits; null: a membership. */
  quantity: number | null;
  serviceIds: string[];
  pricePaise: Paise;
  /** The first day counts. */
  validDays: number;
  memberPercent: number | null;
  /** Not sold any more. */
  archived: boolean;
};

export type OfferDraft = z.infer<typeof offerDraftSchema>;

export type PackEntryKind = 'bought' | 'used' | 'returned' | 'corrected';

export type SoldPack = z.infer<typeof soldPack>;
export type PackEntryRow = z.infer<typeof packEntryRow>;
export type OffersView = z.infer<typeof offersView>;
export type SoldPacks = z.infer<typeof soldPacks>;
