import { expect, test } from 'vitest';
import { readAccount } from './read-account';

test.each([
  [
    'phone_number_quality_update',
    {
      display_phone_number: '91 44 2345 6789',
      event: 'FLAGGED',
      max_daily_conversations_per_business: 'TIER_2K',
    },
    { event: 'FLAGGED', tier: 'TIER_2K', phone: '914423456789', detail: 'FLAGGED, TIER_2K' },
  ],
  [
    'account_update',
    { event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE', waba_ban_date: '2026-11-27' } },
    { event: 'DISABLE', detail: 'DISABLE, 2026-11-27' },
  ],
  [
    'account_update',
    {
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: 1795500000 }],
    },
    {
      event: 'ACCOUNT_RESTRICTION',
      detail: 'ACCOUNT_RESTRICTION, RESTRICTED_BIZ_INITIATED_MESSAGING, 1795500000',
    },
  ],
  [
    'phone_number_name_update',
    {
      display_phone_number: '914423456789',
      decision: 'DECLINED',
      requested_verified_name: 'Best Doctor',
      rejection_reason: 'NAME_NOT_RELATED',
    },
    { event: 'DECLINED', phone: '914423456789', detail: 'DECLINED, Best Doctor, NAME_NOT_RELATED' },
  ],
  [
    'business_capability_update',
    { max_daily_conversations_per_business: 2000 },
    { tier: 'TIER_2K', detail: 'TIER_2K' },
  ],
  ['business_capability_update', { max_daily_conversations_per_business: -1 }, { tier: 'TIER_UNLIMITED' }],
  [
    'account_alerts',
    { alert_info: { alert_type: 'OBA_APPROVED', alert_description: 'Done' } },
    { event: 'OBA_APPROVED' },
  ],
  ['security', { event: 'PIN_CHANGED' }, { event: 'PIN_CHANGED' }],
  ['account_update', {}, { detail: '' }],
])('%s is read', (field, value, expected) => {
  expect(readAccount(field, value)).toMatchObject({ type: 'account', what: field, ...expected });
});

test('other fields and odd values are nothing', () => {
  expect(readAccount('flows', { event: 'FLOW_STATUS_CHANGE' })).toBeNull();
  expect(readAccount('account_update', null)).toBeNull();
  expect(readAccount('account_update', 'odd')).toBeNull();
});
