import { createHmac } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import type { ConnectionTo } from '../channels/types';

const folder = new URL('../channels/twilio/fixtures/', import.meta.url);

/** The fields of every recorded webhook, anonymised, by the name of its file; a form is kept as JSON to be read. */
export const twilioFixtures: ReadonlyMap<string, Record<string, string>> = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [
      file.slice(0, -'.json'.length),
      // Each is a flat object of texts.
      JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<string, string>,
    ]),
);

/** The channel whose number the fixtures were written to. */
export const twilioConnection: ConnectionTo<'twilio'> = {
  provider: 'twilio',
  apiUrl: 'http://127.0.0.1:9',
  apiVersion: 'v26.0',
  phoneNumberId: '919840000001',
  wabaId: null,
  displayPhone: '+919840000001',
  webhookUrl: 'https://neram.example/api/webhooks/twilio/demo',
  accountSid: 'AC00000000000000000000000000000001',
  authToken: 'test_auth_token_0123456789abcdef',
};

/** A form as Twilio encodes it. */
export const twilioForm = (fields: Record<string, string>): string => new URLSearchParams(fields).toString();

/** The signature that Twilio puts to a form at an address. */
export function twilioSignature(authToken: string, url: string, form: string): string {
  const fields = new URLSearchParams(form);
  const names = [...new Set(fields.keys())].sort();
  const signed = names.map((name) =>
    [...new Set(fields.getAll(name))]
      .sort()
      .map((value) => name + value)
      .join(''),
  );
  return createHmac('sha1', authToken)
    .update(url + signed.join(''))
    .digest('base64');
}
