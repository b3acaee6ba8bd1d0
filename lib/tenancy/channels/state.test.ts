import { expect, test } from 'vitest';
import { found } from '../../messaging/finding';
import { attentionOf, isSilent, stateOf } from './state';

const now = new Date('2026-11-27T06:00:00Z');
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const well = {
  provider: 'cloud-api' as const,
  archivedAt: null,
  pausedReason: null,
  verifiedAt: ago(1000),
  inUse: true,
  findings: [found('token', 'token-good')],
  tokenExpiresAt: null,
  heldAt: null,
  unseen: 0,
};
const inDays = (days: number): Date => new Date(now.getTime() + days * 24 * 60 * 60_000);

test.each([
  ['well', {}, 0],
  ['archived', { archivedAt: ago(1), pausedReason: 'x' }, 0],
  ['paused', { pausedReason: 'token revoked' }, 1],
  ['connecting', { verifiedAt: null, inUse: false, findings: [found('webhook', 'webhook-none')] }, 0],
  ['wrong', { findings: [found('token', 'token-expired'), found('quality', 'quality-low')] }, 2],
  ['wrong', { tokenExpiresAt: inDays(3) }, 1],
  ['wrong', { tokenExpiresAt: inDays(3), findings: [found('token', 'token-ends-soon')] }, 1],
  ['well', { tokenExpiresAt: inDays(30) }, 0],
  ['wrong', { unseen: 2 }, 2],
  ['well', { heldAt: ago(5) }, 1],
  ['well', { provider: 'simulator' as const, verifiedAt: null, inUse: false }, 0],
] as const)('a number is %s: %j', (state, change, attention) => {
  const channel = {
    ...well,
    ...change,
    findings: [...('findings' in change ? change.findings : well.findings)],
  };
  expect(stateOf(channel, now)).toBe(state);
  expect(attentionOf(channel, now)).toBe(attention);
});

test('a webhook is silent when messages went out a while ago and nothing came since', () => {
  expect(isSilent({ lastOutboundAt: null, lastEventAt: null }, now)).toBe(false);
  expect(isSilent({ lastOutboundAt: ago(5), lastEventAt: null }, now)).toBe(false);
  expect(isSilent({ lastOutboundAt: ago(20), lastEventAt: null }, now)).toBe(true);
  expect(isSilent({ lastOutboundAt: ago(20), lastEventAt: ago(19) }, now)).toBe(false);
  expect(isSilent({ lastOutboundAt: ago(20), lastEventAt: ago(30) }, now)).toBe(true);
});
