import { type Finding, found } from '../../messaging/finding';

/** How people take a number's messages: GREEN, YELLOW, RED. Source: reference §3.6. */
export function qualityFinding(quality: string | undefined): Finding {
  switch (quality) {
    case 'GREEN':
      return found('quality', 'quality-good', { quality });
    case 'YELLOW':
      return found('quality', 'quality-fair', { quality });
    case 'RED':
      return found('quality', 'quality-low', { quality });
    default:
      return found('quality', 'quality-unknown');
  }
}

/** So few a day that a business meets its limit: what a new account begins with. */
const lowTiers = ['TIER_50', 'TIER_250'];

/** How many customers a day may be written to unasked. Source: reference §3.4. */
export function limitFinding(tier: string | undefined): Finding {
  if (tier === undefined || !/^TIER_(\d+K?|UNLIMITED)$/.test(tier))
    return found('messaging-limit', 'not-told');
  return found('messaging-limit', lowTiers.includes(tier) ? 'limit-low' : 'limit-known', { tier });
}
