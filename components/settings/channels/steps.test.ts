import { expect, test } from 'vitest';
import { found } from '../../../lib/messaging/finding';
import { openSteps } from './steps';

const at = '2026-11-27T06:00:00.000Z';
const fresh = {
  provider: 'cloud-api' as const,
  findings: [found('token', 'token-good'), found('webhook', 'webhook-none')],
  checkedAt: at,
  verifiedAt: null,
  testedAt: null,
  lastInboundAt: null,
};
const heard = [found('token', 'token-good'), found('webhook', 'webhook-good')];

test.each([
  ['fresh', {}, ['callback', 'test', 'message']],
  ['wrong key', { findings: [found('token', 'token-wrong')] }, ['keys', 'callback', 'test', 'message']],
  ['nobody answered', { findings: [found('token', 'no-answer')] }, ['keys', 'callback', 'test', 'message']],
  ['a token for trying', { findings: [found('token', 'token-temporary')] }, ['callback', 'test', 'message']],
  [
    'asked, but not subscribed',
    { verifiedAt: at, findings: [found('webhook', 'webhook-unsubscribed')] },
    ['callback', 'test', 'message'],
  ],
  ['address known', { verifiedAt: at, findings: heard }, ['test', 'message']],
  ['address entered for them', { findings: heard }, ['test', 'message']],
  ['tested', { verifiedAt: at, findings: heard, testedAt: at }, ['message']],
  ['a customer wrote first', { findings: heard, lastInboundAt: at }, []],
  ['key broken later', { findings: [found('token', 'token-expired')], lastInboundAt: at }, ['keys']],
])('%s', (_name, change, open) => {
  expect(openSteps({ ...fresh, ...change })).toEqual(open);
});
