import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { metrics } from '../lib/metrics/metrics';

const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string() })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('deploy/grafana-dashboard.json', 'utf8')));

const rules = z
  .object({
    groups: z.array(
      z.object({
        rules: z.array(
          z.object({
            alert: z.string().regex(/^Neram[A-Z]\w+$/),
            expr: z.string(),
            for: z
              .string()
              .regex(/^\d+[mh]$/)
              .optional(),
            labels: z.object({ severity: z.enum(['page', 'ticket']) }),
            annotations: z.object({ summary: z.string().min(10), description: z.string().min(10) }),
          }),
        ),
      }),
    ),
  })
  .parse(parse(readFileSync('deploy/alerts.yml', 'utf8')))
  .groups.flatMap((group) => group.rules);

const asked = [
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

/** Every series that a process shows: of a histogram its three. */
const known = async (): Promise<Map<string, readonly string[]>> =>
  new Map(
    (await metrics.registry.getMetricsAsJSON()).flatMap(({ name, type }) => {
      const metric = metrics.registry.getSingleMetric(name);
      const labels = metric && 'labelNames' in metric ? (metric.labelNames as string[]) : [];
      const suffixes = String(type) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
      return suffixes.map((suffix) => [`${name}${suffix}`, [...labels, 'le']] as const);
    }),
  );

describe('what the dashboard and the alerts ask for is there', () => {
  test.each(asked)('%s', async (_name, expr) => {
    const series = await known();
    const named = [...expr.matchAll(/\b(neram_\w+)(?:\{([^}]*)\})?/g)];
    expect(named.length > 0 || expr.startsWith('up{')).toBe(true);
    for (const [, name = '', filter = ''] of named) {
      expect(series.has(name), name).toBe(true);
      const labels = [...filter.matchAll(/(\w+)(?:=|!=|=~)"/g)].map(([, label]) => label);
      expect(labels.filter((label) => !series.get(name)?.includes(label ?? ''))).toEqual([]);
    }
    expect((expr.match(/\(/g) ?? []).length).toBe((expr.match(/\)/g) ?? []).length);
  });

  test('nothing that can go wrong is watched by nobody', () => {
    const text = asked.map(([, expr]) => expr).join(' ');
    for (const name of [
      'neram_webhooks_total',
      'neram_webhook_seconds',
      'neram_reply_seconds',
      'neram_send_failures_total',
      'neram_oldest_job_seconds',
      'neram_waiting',
      'neram_holds',
      'neram_payments_unconfirmed',
      'neram_reconciliation_differences',
    ])
      expect(text).toContain(name);
  });

  test('no panel covers another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, n) => `${String(x + (n % w))} ${String(y + Math.floor(n / w))}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });
});
