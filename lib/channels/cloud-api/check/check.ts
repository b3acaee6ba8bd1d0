import type { Finding } from '../../../messaging/finding';
import type { HttpClient } from '../../http/http-client';
import type { CloudConnection } from '../../types';
import { lookAtAccount } from './look-at-account';
import { lookAtNumber } from './look-at-number';
import { lookAtToken } from './look-at-token';
import { lookAtWebhook } from './look-at-webhook';

/** How a channel stands at Meta. A token that is not taken ends it: everything else would be refused for that. */
export async function check(http: HttpClient, connection: CloudConnection, now: Date): Promise<Finding[]> {
  const token = await lookAtToken(http, connection, now);
  if (token.useless) return token.findings;
  const [number, account, webhook] = await Promise.all([
    lookAtNumber(http, connection),
    lookAtAccount(http, connection),
    lookAtWebhook(http, connection, token.appId),
  ]);
  return [...token.findings, ...number, account, ...webhook];
}
