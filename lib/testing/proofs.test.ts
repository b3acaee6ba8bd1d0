import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { gatewayLabels, gatewayNames, tellingGateways } from '../kernel/gateways';
import { offeredProviders, providerNames } from '../messaging/providers';

// Whoever adds a provider or a gateway finds here what is still missing (docs/extend.md).

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string =>
  existsSync(path.join(root, file)) ? readFileSync(path.join(root, file), 'utf8') : '';
const foldersIn = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('providers of WhatsApp', () => {
  const folders = foldersIn('lib/channels');
  const adapters = folders.filter((name) => existsSync(path.join(root, 'lib/channels', name, 'adapter.ts')));

  test.each(adapters)('%s is held to the contract and lives through spoilt webhooks', (name) => {
    expect(read(`lib/channels/${name}/adapter.test.ts`)).toContain('describeAdapter(');
    expect(read(`lib/channels/${name}/fuzz.test.ts`)).toContain('itSurvivesSpoiltWebhooks(');
  });

  test.each(folders)('lib/channels/README.md says what %s/ is', (name) => {
    expect(read('lib/channels/README.md')).toContain(`| \`${name}/\``);
  });

  test('lib/simulator/README.md says what each front holds a sender to', () => {
    const fronts = readdirSync(path.join(root, 'lib/simulator/fronts')).filter((file) =>
      /export const \w+Front = .*\): ProviderFront/.test(read(`lib/simulator/fronts/${file}`)),
    );
    expect(fronts.length).toBeGreaterThan(0);
    const readme = read('lib/simulator/README.md');
    expect(fronts.filter((file) => !readme.includes(`| \`${file}\``))).toEqual([]);
  });

  test.each(offeredProviders)('docs/connect-whatsapp.md has a section for %s', (provider) => {
    const headings = read('docs/connect-whatsapp.md').match(/^## .*$/gm) ?? [];
    expect(headings.filter((heading) => heading.endsWith(providerNames[provider]))).toHaveLength(1);
  });
});

describe('payment gateways', () => {
  test.each(tellingGateways)('%s is held to the contract against a stand-in', (name) => {
    expect(read(`lib/testing/${name}-stand-in.test.ts`)).toContain('describeGateway(');
    expect(read('lib/stand-ins/README.md')).toContain(`| \`${name}/\``);
  });

  test.each(foldersIn('lib/gateways'))('lib/gateways/README.md says what %s/ is', (name) => {
    expect(read('lib/gateways/README.md')).toContain(`## \`${name}/\``);
  });

  test.each(gatewayNames)('docs/payments.md has a section for %s', (name) => {
    const headings = read('docs/payments.md').match(/^## .*$/gm) ?? [];
    expect(headings.filter((heading) => heading.split(' ').includes(gatewayLabels[name]))).toHaveLength(1);
  });
});
