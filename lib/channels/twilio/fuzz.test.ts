import { mutateJson } from '../../testing/mutate-json';
import { itSurvivesSpoiltWebhooks } from '../../testing/spoilt-webhooks';
import { twilioConnection, twilioFixtures } from '../../testing/twilio-fixtures';
import { read } from './read';
import { split } from './split';

const bodies = [...twilioFixtures.values()].map((fields) => JSON.stringify(fields));
const receivedAt = new Date('2026-11-24T06:00:00Z');

/** The spoilt fields as a form; where what is left is not fields, the bytes as they are. */
function spoiltForm(seed: number): Uint8Array {
  const bytes = mutateJson(bodies[seed % bodies.length] ?? '', seed);
  try {
    const fields: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return bytes;
    const form = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const one of Array.isArray(value) ? value : [value])
        form.append(name, typeof one === 'string' ? one : JSON.stringify(one));
    return new TextEncoder().encode(form.toString());
  } catch {
    return bytes;
  }
}

itSurvivesSpoiltWebhooks(
  6_000,
  { read, split: (body) => split(twilioConnection, body, new URLSearchParams({ mark: 'row' }), receivedAt) },
  spoiltForm,
);
