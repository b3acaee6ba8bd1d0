import type pg from 'pg';

type Statement = { text: string; values: unknown[] };
type Node = { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] };

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];

/** The tables that PostgreSQL would read from end to end for a statement, with these very values. */
export async function readsWhole(
  client: Pick<pg.ClientBase, 'query'>,
  { text, values }: Statement,
): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const plan = rows[0]?.['QUERY PLAN'][0].Plan;
  if (!plan) throw new Error('There is no plan.');
  return nodes(plan)
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] ?? '');
}

/**
 * Listens to every statement that goes to the database, whoever writes it. Call it before the pool is used.
 * `of` does something and gives the reads it sent, in order.
 */
export function overhear(pool: pg.Pool): { of(work: () => Promise<unknown>): Promise<Statement[]> } {
  const heard: Statement[] = [];
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    const listen = (...args: unknown[]): unknown => {
      const [first] = args;
      if (first !== null && typeof first === 'object' && 'text' in first && typeof first.text === 'string')
        heard.push({
          text: first.text,
          values: 'values' in first && Array.isArray(first.values) ? first.values : [],
        });
      return send(...args);
    };
    Object.assign(client, { query: listen });
  });
  return {
    async of(work) {
      heard.length = 0;
      await work();
      return heard.filter(({ text }) => /^\s*(\/\*.*?\*\/\s*)?(SELECT|WITH)\b/is.test(text));
    },
  };
}
