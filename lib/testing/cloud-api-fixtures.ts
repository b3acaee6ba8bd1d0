import { readFileSync, readdirSync } from 'node:fs';
import type { CloudConnection } from '../channels/types';

const folder = new URL('../channels/cloud-api/fixtures/', import.meta.url);

/** Every recorded webhook body, anonymised, by the name of its file. */
export const cloudApiFixtures: ReadonlyMap<string, string> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.slice(0, -'.json'.length), readFileSync(new URL(file, folder), 'utf8')]),
);

/** The channel whose number the fixtures were written to. */
export const cloudApiConnection: CloudConnection = {
  provider: 'cloud-api',
  apiUrl: 'http://127.0.0.1:9',
  apiVersion: 'v26.0',
  phoneNumberId: '106540352242922',
  wabaId: '102290129340398',
  displayPhone: '+15550783881',
  webhookUrl: 'https://neram.example/api/webhooks/whatsapp/demo',
  accessToken: 'EAAtesttoken0123456789abcdef',
  appSecret: 'test_app_secret',
  verifyToken: 'test_verify_token',
};
