import { ok } from '../../kernel/result';
import { outcomeUnknown, refused } from '../outcome';
import type { GatewayPayment, Outcome, PayuConnection } from '../types';
import { commandHash } from './hash';
import { type Http, ofStatus } from '../http';
import { readTransaction } from './read';
import { type CommandAnswer, commandSchema, transactionSchema } from './schema';

/** The variables of a command: `var1`, which the hash covers, and others by number. */
type Variables = { var1: string } & Record<string, string>;

/**
 * Sends one command. `ok` is any answer of PayU's own, also one that says no; a wrong key or hash is `unauthorised`.
 * Source: payments reference 2.2 and 2.5: without `form=2` the answer would not be JSON.
 */
export async function command(
  http: Http,
  { apiUrl, merchantKey, salt }: PayuConnection,
  name: string,
  variables: Variables,
): Promise<Outcome<CommandAnswer>> {
  const hash = commandHash(merchantKey, name, variables.var1, salt);
  const answer = await http({
    method: 'POST',
    url: `${apiUrl}/merchant/postservice.php?form=2`,
    body: new URLSearchParams({ key: merchantKey, command: name, hash, ...variables }),
  });
  if (!answer.ok) return answer;
  const failure = ofStatus(answer.value.status, name);
  if (failure) return failure;
  const parsed = commandSchema.safeParse(answer.value.body);
  if (!parsed.success) return outcomeUnknown(`${name}: an answer that cannot be read`);
  const { status, msg, error_code: code } = parsed.data;
  if (status !== 1 && !code && /hash|merchant key|invalid key/i.test(msg ?? ''))
    return refused('unauthorised', `${name}: the key or salt is wrong`);
  return ok(parsed.data);
}

/** What PayU knows of these transactions, by our ids for them; what nobody has tried to pay is left out. */
export async function verifyPayments(
  http: Http,
  connection: PayuConnection,
  txnids: readonly string[],
): Promise<Outcome<{ payment: GatewayPayment; askedPaise: number | null }[]>> {
  const answer = await command(http, connection, 'verify_payment', { var1: txnids.join('|') });
  if (!answer.ok) return answer;
  return ok(
    Object.values(answer.value.transaction_details ?? {}).flatMap((each) => {
      const transaction = transactionSchema.safeParse(each).data;
      const payment = transaction && readTransaction(transaction);
      const asked = /^\d{1,12}$/.exec(transaction?.udf3 ?? '')?.[0];
      return payment ? [{ payment, askedPaise: asked === undefined ? null : Number(asked) }] : [];
    }),
  );
}
