import { BlockList } from 'node:net';
import type { Gauge } from 'prom-client';
import { metrics } from '../metrics/metrics';
import { readFigures, type Figures } from '../workflows/operations/read-figures';
import type { World } from '../workflows/types';

/** Several monitors may ask at once; none of them needs figures younger than this. */
const freshMs = 5_000;

// Next may load a module once per route; what was read is one per process.
const holder = globalThis as typeof globalThis & {
  neramFigures?: { at: number; figures: Promise<Figures | null> };
};

/** Prometheus text: this process's own figures, and those of the whole installation as the database has them. */
export async function renderMetrics(world: World): Promise<{ contentType: string; body: string }> {
  const figures = await figuresOf(world);
  // Own figures matter most while the database does not answer.
  metrics.databaseUp.set(figures ? 1 : 0);
  showFigures(figures);
  return { contentType: metrics.registry.contentType, body: await metrics.registry.metrics() };
}

function figuresOf(world: World): Promise<Figures | null> {
  const now = world.clock.now().getTime();
  const known = holder.neramFigures;
  if (known && Math.abs(now - known.at) < freshMs) return known.figures;
  const figures = readFigures(world).catch((error: unknown) => {
    world.log.warn({ err: error }, 'the figures could not be read');
    return null;
  });
  holder.neramFigures = { at: now, figures };
  return figures;
}

function showFigures(figures: Figures | null): void {
  setOne(metrics.oldestJob, figures?.oldestJob);
  setOne(metrics.workers, figures?.workers);
  setOne(metrics.paymentsOpen, figures?.paymentsOpen);
  setOne(metrics.calendarLag, figures?.calendarLag);
  setEach(metrics.calendars, 'state', figures?.calendars);
  setOne(metrics.channelsPaused, figures?.channelsPaused);
  setEach(metrics.chatsUnanswered, 'reason', figures?.chatsUnanswered);
  setEach(metrics.jobs, 'state', figures?.jobs);
  setEach(metrics.failedJobs, 'job', figures?.failedJobs);
  setEach(metrics.waiting, 'of', figures?.waiting);
  setEach(metrics.oldestWaiting, 'of', figures?.oldestWaiting);
  setEach(metrics.holds, 'state', figures?.holds);
  setEach(metrics.paymentsUnconfirmed, 'disposition', figures?.paymentsUnconfirmed);
  setEach(metrics.differences, 'kind', figures?.differences);
}

/** What is not known shows nothing: yesterday's figure would pass for today's. */
function setOne(gauge: Gauge, value: number | undefined): void {
  gauge.remove();
  if (value !== undefined) gauge.set(value);
}

function setEach<Label extends string>(
  gauge: Gauge<Label>,
  label: Label,
  counts: Readonly<Record<string, number>> | undefined,
): void {
  gauge.reset();
  for (const [of, count] of Object.entries(counts ?? {}))
    gauge.set({ [label]: of } as Record<Label, string>, count);
}

const near = new BlockList();
for (const [net, bits] of [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  near.addSubnet(net, bits, 'ipv4');
near.addAddress('::1', 'ipv6');
near.addSubnet('fc00::', 7, 'ipv6');
near.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address belongs to this machine or a private network; nobody's (a name, nothing) does not. */
export function isNear(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '');
  return near.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4');
}
