import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { variables } from '../lib/env-variables';

// No container engine is needed to know that what the files name is there and means what it should.
const command = z.array(z.string());
const service = z.looseObject({
  image: z.string(),
  command: command.optional(),
  entrypoint: command.optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.union([z.array(z.string()), z.record(z.string(), z.looseObject({}))]).optional(),
  deploy: z.object({ replicas: z.number() }).optional(),
});
const compose = z
  .looseObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
  .parse(parse(readFileSync('compose.yaml', 'utf8'), { merge: true }));
const { services } = compose;
const dockerfile = readFileSync('Dockerfile', 'utf8');

const roleOf = (name: string): string | undefined => services[name]?.command?.at(-1);

test('the roles are the ones that the image holds, two of each', () => {
  const standalone = readFileSync('scripts/stack/standalone.ts', 'utf8');
  for (const name of ['migrate', 'web', 'worker']) {
    expect(roleOf(name)).toBe(`dist/start/${name}.mjs`);
    expect(standalone).toMatch(new RegExp(`'${name}'|\\b${name}:`));
  }
  expect([services['web']?.deploy?.replicas, services['worker']?.deploy?.replicas]).toEqual([2, 2]);
});

test('our processes get variables that Neram reads, and each that it cannot do without', () => {
  for (const name of ['migrate', 'web', 'worker']) {
    const given = services[name]?.environment ?? {};
    expect(Object.keys(given).filter((key) => !(key in variables))).toEqual([]);
    expect(given).toMatchObject({
      DATABASE_URL: expect.stringMatching(/@postgres:5432\/neram$/) as string,
      NERAM_SECRET: expect.stringContaining(':?') as string,
      NERAM_PUBLIC_URL: expect.stringMatching(/^https:/) as string,
    });
  }
});

test('whatever is asked of the file .env is in its example, and nothing else', () => {
  const asked = [...readFileSync('compose.yaml', 'utf8').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
  const example = [...readFileSync('deploy/compose.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)];
  expect([...new Set(asked)].sort()).toEqual(example.map(([, name]) => name).sort());
});

test('files, volumes and services that are named are there', () => {
  for (const { volumes, depends_on: needs = [] } of Object.values(services)) {
    for (const [source = ''] of volumes.map((volume) => volume.split(':')))
      expect(
        source.startsWith('.') ? existsSync(source) : source.startsWith('$') || source in compose.volumes,
        source,
      ).toBe(true);
    for (const name of Array.isArray(needs) ? needs : Object.keys(needs))
      expect(services).toHaveProperty(name);
  }
  for (const { entrypoint = [] } of Object.values(services))
    for (const file of entrypoint.filter((part) => part.startsWith('/deploy/')))
      expect(existsSync(file.slice(1)), file).toBe(true);
});

test('nothing starts on a database that is not up to date', () => {
  for (const name of ['web', 'worker'])
    expect(services[name]?.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
    });
});

test('the image has stages, a check of its health, and runs as nobody in particular', () => {
  expect(dockerfile.match(/^FROM /gm)).toHaveLength(2);
  const [, user] = /^USER (\d+)$/m.exec(dockerfile) ?? [];
  expect(Number(user)).toBeGreaterThan(0);
  expect(dockerfile).toMatch(/^HEALTHCHECK /m);
  // What Neram needs at least, by its own manifest.
  const [, node] = /^FROM node:(\d+)/m.exec(dockerfile) ?? [];
  expect(Number(node)).toBeGreaterThanOrEqual(20);
  const settings = [...dockerfile.matchAll(/^(?:ENV|\s{4})\s?([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  const ours = settings.filter(
    (name) => !['NODE_ENV', 'NODE_OPTIONS', 'NEXT_TELEMETRY_DISABLED', 'NERAM_BUILD_DIR'].includes(name),
  );
  expect(ours.filter((name) => !(name in variables))).toEqual([]);
  // Secrets come when it runs; an image is copied around.
  expect(settings.filter((name) => /SECRET|TOKEN|PASSWORD|URL/.test(name))).toEqual([]);
  expect(readFileSync('.dockerignore', 'utf8')).toMatch(/^\.env$/m);
});

test('the proxy sends to the web processes and closes idle connections before they do', () => {
  const caddy = readFileSync('deploy/Caddyfile', 'utf8');
  expect(caddy).toContain('name {$NERAM_WEB}');
  expect(services[services['caddy']?.environment['NERAM_WEB'] ?? '']).toBeDefined();
  const [, seconds] = /keepalive (\d+)s/.exec(caddy) ?? [];
  expect(Number(seconds) * 1000).toBeLessThan(
    Number(/keepAliveMs = ([\d_]+)/.exec(readFileSync('lib/web/main.ts', 'utf8'))?.[1]?.replaceAll('_', '')),
  );
  // Its compression keeps the events of live pages back.
  expect(caddy).not.toMatch(/^\s*encode\b/m);
});
