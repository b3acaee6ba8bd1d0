import { look, type MetaLine } from './line';
import { lookupSchema } from './schema';

/**
 * The gateway's ids of everything that was tried on an order, whether it came to anything or not: the gateway is asked of
 * each. Throws ChannelFailure. Source: Meta, Payments API India, payment lookup.
 */
export async function findOrderPayments(
  line: MetaLine,
  { configuration, reference }: { configuration: string; reference: string },
): Promise<string[]> {
  const path = ['payments', configuration, reference].map(encodeURIComponent).join('/');
  const { data } = lookupSchema.safeParse(await look(line, path));
  return (data?.payments ?? []).flatMap(({ transactions }) =>
    (transactions ?? []).flatMap(({ pg_transaction_id: id }) => id ?? []),
  );
}
