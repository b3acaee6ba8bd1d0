import { readFileSync, readdirSync } from 'node:fs';
import type { ConnectionTo } from '../channels/types';

const folder = new URL('../channels/onprem/fixtures/', import.meta.url);

/** Every recorded webhook body, anonymised, by the name of its file. */
export const onpremFixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The channel whose number the fixtures were written to. */
export const onpremConnection: ConnectionTo<'onprem'> = {
  provider: 'onprem',
  apiUrl: 'http://127.0.0.1:9',
  apiVersion: 'v26.0',
  phoneNumberId: '919840000001',
  wabaId: null,
  displayPhone: '+919840000001',
  webhookUrl: 'https://neram.example/api/webhooks/onprem/demo?token=test_webhook_token_0123456789',
  username: 'admin',
  password: 'Test-passw0rd!',
  webhookToken: 'test_webhook_token_0123456789',
};
