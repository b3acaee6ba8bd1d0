import { ok } from '../../kernel/result';
import { ofRead } from '../outcome';
import { repeat } from '../repeat';
import type { Outcome } from '../types';
import type { Desk } from './desk';
import { findLink } from './links';
import type { LinksApi } from './links-api';
import { command } from './post-service';

/** Ours and nobody's: no payment attempt has it. */
const nobody = '00000000-0000-7000-8000-000000000000';

/** See PaymentGateway.check: asks after a payment and, where the account makes links, a link that nobody has made. */
export async function check(desk: Desk, api: LinksApi | null): Promise<Outcome<null>> {
  const answer = await repeat(
    () => command(desk.http, desk.connection, 'verify_payment', { var1: 'neramcheck' }),
    desk.pause,
  );
  if (!answer.ok) return ofRead(answer);
  if (!api) return ok(null);
  const link = await findLink(desk, api, nobody);
  return link.ok ? ok(null) : ofRead(link);
}
