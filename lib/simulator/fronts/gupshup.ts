import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { GraphError } from '../graph-error';
import type { ApprovedTemplate } from '../templates';
import { asMeta, messageSchema } from './gupshup-send';
import { failedEvent, postsOfVersion2, postsOfVersion3, type GupshupIds } from './gupshup-posts';
import { answerTemplates, templateIdOf } from './gupshup-templates';
import { jsonAnswer } from './json-answer';
import type { FrontAnswer, FrontCall, FrontCore, ProviderFront } from './types';

export type GupshupKeys = { apiKey: string; app: string; appId: string; version: 2 | 3 };

/** What is told only afterwards, in Gupshup's own numbers; the rest is refused at once. Source: reference §10.7. */
const toldLater = new Map([
  [131047, { code: 1005, reason: 'Message sending failed as user is inactive for session message' }],
  [131026, { code: 1002, reason: 'Number Does Not Exists On WhatsApp' }],
]);

/** The ids of as many messages as a test may ask for; Gupshup itself forgets after about a week. */
const keptIds = 50_000;

/** Gupshup's self-serve API: forms in, webhooks of version 2 or 3 out. The token is part of the webhook's address. Reference §10. */
export const gupshupFront = (keys: GupshupKeys): ProviderFront => {
  const { apiKey, app, appId, version } = keys;
  const gsIds = new Map<string, string>();
  const ids: GupshupIds = { app, appId, gsIdOf: (wamid) => gsIds.get(wamid) };

  /** What was added here, beside where the simulator was started to post to. */
  const added: Subscription[] = [];
  const subscriptionsOf = (core: FrontCore): Subscription[] => [
    { id: '1', url: core.webhookUrl, modes: allModes, version, active: true },
    ...added,
  ];

  const answerSubscriptions = (core: FrontCore, { method, body, headers }: FrontCall): FrontAnswer => {
    if (method === 'GET') return jsonAnswer(200, { status: 'success', subscriptions: subscriptionsOf(core) });
    if (method !== 'POST' || !/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
      return fault(400, 'Invalid request');
    const form = parsed(subscriptionSchema, Object.fromEntries(new URLSearchParams(body)), 'subscription');
    const modes = form.modes.split(',');
    const strange = modes.find((mode) => !allModes.includes(mode));
    if (strange !== undefined) throw new FormFault(`Invalid mode ${strange}`);
    if (subscriptionsOf(core).some(({ url }) => url === form.url))
      throw new FormFault('Duplicate subscription url');
    const one = {
      id: String(added.length + 2),
      url: form.url,
      modes,
      version: Number(form.version),
      active: true,
    };
    added.push(one);
    return jsonAnswer(200, { status: 'success', subscription: one });
  };

  const send = (core: FrontCore, destination: string, content: object): FrontAnswer => {
    const gsId = randomUUID();
    const submitted = (drop: boolean, customerId: string | null = null): FrontAnswer =>
      jsonAnswer(202, { status: 'submitted', messageId: gsId }, { drop, customerId });
    try {
      const body = {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: `+${destination}`,
        ...content,
      };
      const sent = core.send(body);
      if (gsIds.size >= keptIds) gsIds.clear();
      gsIds.set(sent.wamid, gsId);
      return submitted(sent.drop, sent.customerId);
    } catch (error) {
      const later = error instanceof GraphError ? toldLater.get(error.code) : undefined;
      if (!later) throw error;
      const failure = { ...later, destination, at: core.now().toISOString() };
      core.tell([failedEvent(ids, gsId, failure)], 'status failed', null);
      return submitted(false);
    }
  };

  const route = (core: FrontCore, call: FrontCall): FrontAnswer => {
    const path = `/${call.path.join('/')}`;
    if (call.method === 'GET' && path.startsWith(`/fm/wamedia/${appId}/`))
      return file(core, call.path[3] ?? '');
    if (call.headers['apikey'] !== apiKey) return fault(401, 'Portal User Not Found With APIKey');
    if (call.method === 'POST' && path === '/wa/api/v1/msg') {
      const form = readForm(core, call, app, ['message', 'encode', 'disablePreview']);
      return send(
        core,
        form.destination,
        asMeta(parsed(messageSchema, json(form.fields['message']), 'message')),
      );
    }
    if (call.method === 'POST' && path === '/wa/api/v1/template/msg') {
      const form = readForm(core, call, app, ['template', 'postbackTexts', 'message']);
      return send(core, form.destination, templateOf(core, form.fields));
    }
    if (path === `/wa/app/${appId}/subscription`) return answerSubscriptions(core, call);
    if (call.method === 'GET' && path === `/sm/api/v1/users/${app}`)
      return jsonAnswer(200, { status: 'success', users: [] });
    if (path.startsWith(`/wa/app/${appId}/template`)) return answerTemplates(core, call, appId);
    if (call.method === 'PUT' && path.startsWith(`/wa/app/${appId}/msg/`) && call.path[5] === 'read') {
      core.markRead(call.path[4] ?? '', false);
      return { status: 202, body: '' };
    }
    return fault(404, 'Not Found');
  };

  return {
    answer: (core, call) => {
      try {
        return Promise.resolve(route(core, call));
      } catch (error) {
        if (error instanceof FormFault) return Promise.resolve(fault(400, error.message));
        if (error instanceof GraphError) return Promise.resolve(refusalOf(error));
        throw error;
      }
    },
    posts: (core, news) => {
      const posts = (version === 3 ? postsOfVersion3 : postsOfVersion2)(core, ids, news);
      return [...posts, ...added.flatMap(({ url }) => posts.map((post) => ({ ...post, url })))];
    },
  };
};

const allModes = [
  'ENQUEUED',
  'FAILED',
  'SENT',
  'DELIVERED',
  'READ',
  'DELETE',
  'OTHERS',
  'MESSAGE',
  'TEMPLATE',
];

type Subscription = { id: string; url: string; modes: string[]; version: number; active: boolean };

/** Source: reference §10.5. */
const subscriptionSchema = z.strictObject({
  url: z.url(),
  tag: z.string().min(1),
  version: z.enum(['2', '3']),
  modes: z.string().min(1),
  doCheck: z.enum(['true', 'false']).optional(),
  showOnUI: z.enum(['true', 'false']).optional(),
});

class FormFault extends Error {}

const fault = (status: number, message: string): FrontAnswer =>
  jsonAnswer(status, { status: 'error', message });

/** Meta's codes come through as they are. */
const refusalOf = ({ code, httpStatus, details }: GraphError): FrontAnswer =>
  jsonAnswer(code === 130429 ? 429 : httpStatus, { status: 'error', message: { code, message: details } });

const file = (core: FrontCore, mediaId: string): FrontAnswer => {
  const medium = core.media(mediaId);
  return medium ? { status: 200, contentType: medium.mimeType, body: medium.bytes } : fault(404, 'Not Found');
};

type Form = { destination: string; fields: Record<string, string | undefined> };

/** Every field that there is, and none that there is not; numbers without a plus. */
const readForm = (core: FrontCore, { headers, body }: FrontCall, app: string, more: string[]): Form => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
    throw new FormFault('Content-Type must be application/x-www-form-urlencoded');
  const fields: Record<string, string | undefined> = Object.fromEntries(new URLSearchParams(body));
  const known = ['channel', 'source', 'destination', 'src.name', ...more];
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange !== undefined) throw new FormFault(`Invalid field ${strange}`);
  if (fields['channel'] !== 'whatsapp') throw new FormFault('Invalid Channel');
  if (fields['source'] !== core.number.displayPhone.replace(/\D/g, '')) throw new FormFault('Invalid Source');
  if (fields['src.name'] !== app) throw new FormFault('Invalid App Details');
  const destination = fields['destination'] ?? '';
  if (!/^\d{8,15}$/.test(destination)) throw new FormFault('Invalid Destination');
  return { destination, fields };
};

const json = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    throw new FormFault('Invalid JSON');
  }
};

const parsed = <T>(schema: z.ZodType<T>, value: unknown, name: string): T => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new FormFault(`Invalid ${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
};

const templateSchema = z.strictObject({ id: z.string().min(1), params: z.array(z.string()) });
const postbackSchema = z.array(
  z.strictObject({ index: z.number().int().min(0), text: z.string().min(1).max(200) }),
);

/** Meta's body of a template that is named by Gupshup's id, its parameters in one row. */
const templateOf = (core: FrontCore, fields: Form['fields']): object => {
  const { id, params } = parsed(templateSchema, json(fields['template']), 'template');
  const template = core.templates.list().find((each) => templateIdOf(each) === id);
  if (!template) throw new FormFault('Template not found');
  const payloads = parsed(postbackSchema, json(fields['postbackTexts'] ?? '[]'), 'postbackTexts');
  return { type: 'template', template: metaTemplate(template, params, payloads) };
};

const placesIn = (text = ''): number => new Set(text.match(/\{\{\d+\}\}/g)).size;

const metaTemplate = (
  template: ApprovedTemplate,
  params: readonly string[],
  payloads: readonly { index: number; text: string }[],
): object => {
  const left = params.map((text) => ({ type: 'text', text }));
  const header = left.splice(0, placesIn(template.header));
  const body = left.splice(0, placesIn(template.body));
  const urls = (template.buttons ?? []).flatMap((button, index) =>
    button.kind === 'url' && placesIn(button.url) > 0
      ? [{ type: 'button', sub_type: 'url', index: String(index), parameters: left.splice(0, 1) }]
      : [],
  );
  if (left.length > 0) throw new FormFault('Template params do not match');
  const taps = payloads.map(({ index, text }) => ({
    type: 'button',
    sub_type: 'quick_reply',
    index: String(index),
    parameters: [{ type: 'payload', payload: text }],
  }));
  const components = [
    ...(header.length > 0 ? [{ type: 'header', parameters: header }] : []),
    ...(body.length > 0 ? [{ type: 'body', parameters: body }] : []),
    ...taps,
    ...urls,
  ];
  return { name: template.name, language: { code: template.language }, components };
};
