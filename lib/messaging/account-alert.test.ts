import { expect, test } from 'vitest';
import { alertOf } from './account-alert';

test.each([
  ['account_update', 'DISABLE', undefined, 'account-disabled', true],
  ['account_update', 'REINSTATE', undefined, 'account-reinstated', false],
  ['account_update', 'ACCOUNT_RESTRICTION', undefined, 'account-restricted', true],
  ['account_update', 'ACCOUNT_VIOLATION', undefined, 'account-violation', true],
  ['account_update', 'VOLUME_BASED_PRICING_TIER_UPDATE', undefined, 'account-changed', false],
  ['account_review_update', 'REJECTED', undefined, 'account-review', true],
  ['phone_number_name_update', 'APPROVED', undefined, 'name-changed', false],
  ['phone_number_name_update', 'DECLINED', undefined, 'name-changed', true],
  ['phone_number_quality_update', 'FLAGGED', 'TIER_2K', 'quality-changed', true],
  ['phone_number_quality_update', 'ONBOARDING', 'TIER_2K', 'limit-changed', false],
  ['business_capability_update', undefined, 'TIER_250', 'limit-changed', true],
  ['security', 'PIN_CHANGED', undefined, 'security-changed', true],
  ['something_new', undefined, undefined, 'account-changed', false],
] as const)('%s %s %s is %s', (what, event, tier, kind, urgent) => {
  const update = {
    type: 'account' as const,
    what,
    detail: 'x',
    ...(event && { event }),
    ...(tier && { tier }),
  };
  expect(alertOf(update)).toMatchObject({ kind, urgent });
});

test('a template is told of only when it can no longer be sent', () => {
  const news = { type: 'template' as const, name: 'booking_reminder', language: 'ta' };
  expect(alertOf({ ...news, status: 'approved' })).toBeNull();
  expect(alertOf({ ...news, quality: 'RED' })).toBeNull();
  expect(alertOf({ ...news, status: 'paused', reason: 'FIRST_PAUSE' })).toEqual({
    kind: 'template-stopped',
    urgent: true,
    params: { name: 'booking_reminder', language: 'ta', status: 'paused', detail: 'FIRST_PAUSE' },
  });
});
