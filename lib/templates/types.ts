import type { Language } from '../kernel/local-text';
import type { TemplateCategory, TemplateDefinition, TemplateStatus } from '../messaging/template-definition';
import type { TemplatePurpose } from '../messaging/template-set/types';

/** `draft`: an owner's wording that is not submitted yet. */
export type StoredStatus = TemplateStatus | 'draft';

/** A template as it stands at a channel's provider. */
export type StoredTemplate = {
  id: string;
  channelId: string;
  purpose: TemplatePurpose;
  /** As the provider knows it. */
  name: string;
  language: Language;
  /** As the provider has put it, which may not be what was asked for. */
  category: TemplateCategory;
  status: StoredStatus;
  /** Why it was rejected or paused, in the provider's words. */
  reason: string | null;
  /** The provider's word for how customers take it: GREEN, YELLOW, RED, UNKNOWN. */
  quality: string | null;
  externalId: string | null;
  definition: TemplateDefinition;
  /** The owner's own words. */
  own: boolean;
  submittedAt: Date | null;
  /** When the provider was last heard or asked about it. */
  syncedAt: Date | null;
};

/** What a provider says of a template; what it does not say stays as it is. */
export type TemplateNews = {
  name: string;
  /** As the provider writes it. */
  language: string;
  externalId?: string;
  status?: TemplateStatus;
  category?: TemplateCategory;
  reason?: string | null;
  quality?: string;
};
