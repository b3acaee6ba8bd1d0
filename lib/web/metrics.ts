import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import type { World } from '../workflows/types';

// Next may load a module once per route; the registry must be one per process.
type Metrics = {
  registry: Registry;
  counters: { webhooks: Counter<'provider' | 'outcome'> };
  backlog: Gauge<'of'>;
};
const holder = globalThis as typeof globalThis & { neramMetrics?: Metrics };

function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'neram_' });
  return {
    registry,
    counters: {
      webhooks: new Counter({
        name: 'neram_webhooks_total',
        help: 'Webhooks received, by provider and outcome',
        labelNames: ['provider', 'outcome'],
        registers: [registry],
      }),
    },
    backlog: new Gauge({
      name: 'neram_backlog',
      help: 'What waits, counted in the database: inbound events, messages to send, chats flagged for staff, live workers',
      labelNames: ['of'],
      registers: [registry],
    }),
  };
}

const metrics = (holder.neramMetrics ??= createMetrics());

export const counters = metrics.counters;

/** Prometheus text: this process's own figures, and the backlog as the database has it for all processes. */
export async function renderMetrics(world: World): Promise<{ contentType: string; body: string }> {
  const { rows } = await world.database.pool.query<Record<string, string>>(
    `SELECT (SELECT count(*) FROM inbound_event WHERE status = 'pending') AS inbound,
       (SELECT count(*) FROM message WHERE status IN ('queued', 'sending') AND direction = 'out') AS outbound,
       (SELECT count(*) FROM worker_process WHERE seen_at > $1::timestamptz - interval '30 seconds') AS workers`,
    [world.clock.now()],
  );
  for (const [of, value] of Object.entries(rows[0] ?? {})) metrics.backlog.set({ of }, Number(value));
  return { contentType: metrics.registry.contentType, body: await metrics.registry.metrics() };
}
