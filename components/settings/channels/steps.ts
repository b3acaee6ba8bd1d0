import type { FindingCode } from '../../../lib/messaging/finding';
import type { ChannelDetail } from '../../../lib/tenancy/channels/schema';

/** Steps of a connection that begins once there are keys; creating what is needed comes before. */
export const connectSteps = ['keys', 'callback', 'test', 'message'] as const;
export type ConnectStep = (typeof connectSteps)[number];

/** Without these nothing can be sent or received: the keys have to be mended first. A temporary token will do for now. */
const keysWrong: ReadonlySet<FindingCode> = new Set([
  'token-wrong',
  'token-expired',
  'scopes-missing',
  'secret-wrong',
  'number-wrong',
  'number-other',
  'number-unregistered',
  'number-unverified',
  'account-missing',
  'account-wrong',
  'account-other',
  'account-closed',
  'app-wrong',
]);

const webhookWrong: ReadonlySet<FindingCode> = new Set([
  'webhook-none',
  'webhook-unsubscribed',
  'webhook-elsewhere',
  'webhook-fields',
  'webhook-header',
]);

type Progress = Pick<
  ChannelDetail,
  'provider' | 'findings' | 'verifiedAt' | 'testedAt' | 'lastInboundAt' | 'checkedAt'
>;

/** Whether a step of connecting a number is done. Receiving a message proves all that comes before it but the keys. */
export function isDone(channel: Progress, step: ConnectStep): boolean {
  const { findings, verifiedAt, testedAt, lastInboundAt, checkedAt, provider } = channel;
  const has = (codes: ReadonlySet<FindingCode>): boolean => findings.some(({ code }) => codes.has(code));
  switch (step) {
    case 'keys':
      return provider === 'simulator' || (checkedAt !== null && !has(keysWrong) && !isUnanswered(findings));
    case 'callback': {
      if (lastInboundAt !== null) return true;
      const isThere = verifiedAt !== null || findings.some(({ code }) => code === 'webhook-good');
      return isThere && !has(webhookWrong);
    }
    case 'test':
      return testedAt !== null || lastInboundAt !== null;
    case 'message':
      return lastInboundAt !== null;
  }
}

/** The provider could not be asked: neither right nor wrong is known of the keys. */
const isUnanswered = (findings: Progress['findings']): boolean =>
  findings.every(({ code }) => code === 'no-answer');

/** The steps that are still to be done, in order. Testing and receiving can be done in either order. */
export const openSteps = (channel: Progress): ConnectStep[] =>
  connectSteps.filter((step) => !isDone(channel, step));
