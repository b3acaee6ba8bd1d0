import type { AccountUpdate, TemplateUpdate } from './types';

// What a provider says of a number or its account, sorted by what it asks of people.

export const alertKinds = [
  'account-disabled',
  'account-reinstated',
  'account-restricted',
  'account-violation',
  'account-review',
  'account-changed',
  'quality-changed',
  'limit-changed',
  'name-changed',
  'security-changed',
  'template-stopped',
] as const;
export type AlertKind = (typeof alertKinds)[number];

export type AccountAlert = {
  kind: AlertKind;
  /** Something is wrong, and a person has to look. */
  urgent: boolean;
  /** As the provider tells it. */
  params: Record<string, string>;
};

const stopped: ReadonlySet<TemplateUpdate['status']> = new Set(['rejected', 'paused', 'disabled']);
const goodDecisions: ReadonlySet<string | undefined> = new Set(['APPROVED', 'DEFERRED']);

/** What people should be told of a change; null for one that asks nothing of them. Source: Meta, webhooks of the account (reference §2.7). */
export function alertOf(update: AccountUpdate | TemplateUpdate): AccountAlert | null {
  if (update.type === 'template') {
    const { name, language, status, reason = '' } = update;
    if (status === undefined || !stopped.has(status)) return null;
    return { kind: 'template-stopped', urgent: true, params: { name, language, status, detail: reason } };
  }
  const { kind, urgent } = kindOf(update);
  const { detail, event, tier } = update;
  return { kind, urgent, params: { detail, ...(event && { event }), ...(tier && { tier }) } };
}

function kindOf({ what, event, tier }: AccountUpdate): Pick<AccountAlert, 'kind' | 'urgent'> {
  switch (what) {
    case 'account_update':
      return kindOfAccount(event);
    case 'account_review_update':
      return { kind: 'account-review', urgent: !goodDecisions.has(event) };
    case 'phone_number_name_update':
      return { kind: 'name-changed', urgent: !goodDecisions.has(event) };
    case 'security':
      return { kind: 'security-changed', urgent: true };
    case 'business_capability_update':
    case 'tier-event':
      return { kind: 'limit-changed', urgent: isLow(tier) };
    case 'phone_number_quality_update':
      // Being flagged, or put back, is the number's people's own doing.
      return event === 'FLAGGED' || event === 'DOWNGRADE'
        ? { kind: 'quality-changed', urgent: true }
        : { kind: 'limit-changed', urgent: isLow(tier) };
    default:
      return { kind: 'account-changed', urgent: false };
  }
}

/** What a new account begins with is few enough to be met. */
const isLow = (tier: string | undefined): boolean => tier === 'TIER_50' || tier === 'TIER_250';

function kindOfAccount(event: string | undefined): Pick<AccountAlert, 'kind' | 'urgent'> {
  switch (event) {
    case 'DISABLED_UPDATE':
    case 'DISABLE':
    case 'SCHEDULE_FOR_DISABLE':
    case 'ACCOUNT_DELETED':
      return { kind: 'account-disabled', urgent: true };
    case 'REINSTATE':
      return { kind: 'account-reinstated', urgent: false };
    case 'ACCOUNT_RESTRICTION':
      return { kind: 'account-restricted', urgent: true };
    case 'ACCOUNT_VIOLATION':
      return { kind: 'account-violation', urgent: true };
    default:
      return { kind: 'account-changed', urgent: false };
  }
}
