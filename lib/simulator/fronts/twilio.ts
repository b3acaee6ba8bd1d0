import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { characters } from '../field-schema';
import { GraphError } from '../graph-error';
import { jsonAnswer } from './json-answer';
import {
  ContentFault,
  contentListing,
  contentOf,
  createdContent,
  templateOf,
  type TwilioContent,
} from './twilio-contents';
import { callbackPost, postsOf, sidOf, statusOf, twilioCode, type TwilioAccount } from './twilio-posts';
import type { FrontAnswer, FrontCall, FrontCore, ProviderFront } from './types';

const fault = (status: number, code: number, message: string): FrontAnswer =>
  jsonAnswer(status, {
    code,
    message,
    more_info: `https://www.twilio.com/docs/errors/${String(code)}`,
    status,
  });

class FormFault extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

const known = [
  'From',
  'To',
  'Body',
  'MediaUrl',
  'ContentSid',
  'ContentVariables',
  'StatusCallback',
  'PersistentAction',
];

/** Free messages outside the window, and numbers without WhatsApp, are taken and told of later. */
const toldLater = new Set([131026, 131047]);

/** As many as a test may send; statuses of older ones are told no more. */
const keptCallbacks = 50_000;

/** Twilio's Messages and Content APIs: forms in, signed forms out. Reference §9. */
export const twilioFront = (account: TwilioAccount): ProviderFront => {
  const callbacks = new Map<string, string>();
  let contents: TwilioContent[] | null = null;
  const contentsOf = (core: FrontCore): TwilioContent[] =>
    (contents ??= core.templates.list().map((template) => contentOf(template, core.now().toISOString())));

  const postMessage = (core: FrontCore, { headers, body }: FrontCall): FrontAnswer => {
    if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? ''))
      throw new FormFault(20001, 'Content-Type must be application/x-www-form-urlencoded');
    const form = readForm(core, body);
    const taken = (sid: string, drop = false, customerId: string | null = null): FrontAnswer =>
      jsonAnswer(
        201,
        { sid, status: 'queued', error_code: null, error_message: null, num_segments: '1', price: null },
        { drop, customerId },
      );
    try {
      const sent = core.send({
        messaging_product: 'whatsapp',
        ...form.destination,
        ...contentFor(form.fields, contentsOf(core)),
      });
      if (callbacks.size >= keptCallbacks) callbacks.clear();
      callbacks.set(sent.wamid, form.callback);
      return taken(sidOf(sent.wamid), sent.drop, sent.customerId);
    } catch (error) {
      if (!(error instanceof GraphError && toldLater.has(error.code))) throw error;
      const sid = sidOf(randomUUID());
      const fields = {
        ...statusOf(account, core, { sid, to: form.to, status: 'undelivered' }),
        ErrorCode: String(twilioCode(error.code)),
      };
      core.tell([callbackPost(account, core, form.callback, fields)], 'status undelivered', null);
      return taken(sid);
    }
  };

  const answerContent = (core: FrontCore, { method, path, body }: FrontCall): FrontAnswer => {
    const all = contentsOf(core);
    const [, , sid, rest, kind] = path;
    if (method === 'POST' && path.length === 2) {
      const content = createdContent(json(body), all.length, core.now().toISOString());
      all.push(content);
      return jsonAnswer(201, contentListing(content));
    }
    const content = all.find((each) => each.sid === sid);
    if (!content) return fault(404, 20404, 'The requested resource was not found');
    if (method === 'DELETE' && path.length === 3) {
      all.splice(all.indexOf(content), 1);
      core.templates.remove(content.template.name, content.template.language);
      return { status: 204, body: '' };
    }
    if (method === 'POST' && rest === 'ApprovalRequests' && kind === 'whatsapp') {
      const { name, category } = readApproval(json(body));
      const taken = core.templates
        .list()
        .some((each) => each.name === name && each.language === content.language);
      if (taken) throw new ContentFault('A template of this name and language is there already.');
      content.template = { ...content.template, name, category };
      content.approval = { name, category };
      core.templates.add(content.template);
      return jsonAnswer(201, { name, category, status: 'received', rejection_reason: '' });
    }
    return fault(404, 20404, 'The requested resource was not found');
  };

  const route = (core: FrontCore, call: FrontCall): FrontAnswer => {
    const { method, path, headers } = call;
    if (method === 'GET' && path[0] === 'store') return stored(core, call);
    const wanted = `Basic ${Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64')}`;
    if (headers.authorization !== wanted) return fault(401, 20003, 'Authenticate');
    const at = path.join('/');
    const ours = `2010-04-01/Accounts/${account.accountSid}`;
    if (method === 'GET' && at === `${ours}.json`)
      return jsonAnswer(200, {
        sid: account.accountSid,
        status: 'active',
        type: 'Full',
        friendly_name: core.businessName,
      });
    if (method === 'GET' && at === 'v2/Channels/Senders') return senders(core, call, account);
    if (method === 'POST' && at === `${ours}/Messages.json`) return postMessage(core, call);
    if (method === 'GET' && at.startsWith(`${ours}/Messages/`) && path[5] === 'Media') {
      const location = `${core.url()}/store/${path[6] ?? ''}`;
      return { status: 307, headers: { Location: location }, body: '' };
    }
    if (method === 'GET' && at === 'v1/ContentAndApprovals')
      return jsonAnswer(200, {
        contents: contentsOf(core).map(contentListing),
        meta: { next_page_url: null },
      });
    if (at.startsWith('v1/Content')) return answerContent(core, call);
    return fault(404, 20404, 'The requested resource was not found');
  };

  return {
    answer: (core, call) => {
      try {
        return Promise.resolve(route(core, call));
      } catch (error) {
        return Promise.resolve(refusalOf(error));
      }
    },
    posts: (core, news) => postsOf(account, core, (wamid) => callbacks.get(wamid), news),
  };
};

/** The account's one WhatsApp sender. Source: Twilio, Senders API. */
const senders = (core: FrontCore, { query }: FrontCall, account: TwilioAccount): FrontAnswer => {
  if (query.get('Channel') !== 'whatsapp') return fault(400, 20001, 'Channel is required');
  const number = `+${core.number.displayPhone.replace(/\D/g, '')}`;
  return jsonAnswer(200, {
    senders: [
      {
        sid: 'XE00000000000000000000000000000001',
        status: 'ONLINE',
        sender_id: `whatsapp:${number}`,
        profile: { name: core.businessName },
        properties: { quality_rating: 'HIGH', messaging_limit: '2K Customers/24hr' },
        webhook: { callback_url: account.toldAddress(core.webhookUrl), callback_method: 'POST' },
      },
    ],
    meta: { page: 0, page_size: 100, next_page_url: null },
  });
};

const refusalOf = (error: unknown): FrontAnswer => {
  if (error instanceof FormFault) return fault(400, error.code, error.message);
  if (error instanceof ContentFault) return fault(400, 21656, error.message);
  if (!(error instanceof GraphError)) throw error;
  const code = twilioCode(error.code);
  return fault(code === 63018 ? 429 : error.httpStatus, code, error.details);
};

/** The store of files knows nobody, and takes offence at a sign-in. */
const stored = (core: FrontCore, { path, headers }: FrontCall): FrontAnswer => {
  const medium = core.media(path[1] ?? '');
  if (headers.authorization !== undefined) return { status: 400, body: '<Error/>', contentType: 'text/xml' };
  return medium
    ? { status: 200, contentType: medium.mimeType, body: medium.bytes }
    : { status: 404, body: '<Error/>', contentType: 'text/xml' };
};

type Fields = Readonly<Record<string, string | undefined>>;
type Form = { fields: Fields; destination: object; to: string; callback: string };

const readForm = (core: FrontCore, body: string): Form => {
  const fields: Fields = Object.fromEntries(new URLSearchParams(body));
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange !== undefined) throw new FormFault(20001, `Unknown parameter ${strange}`);
  if (fields['From'] !== `whatsapp:+${core.number.displayPhone.replace(/\D/g, '')}`)
    throw new FormFault(63007, 'Twilio could not find a Channel with the specified From address');
  const to = fields['To'] ?? '';
  const [, phone] = /^whatsapp:(\+\d{8,15})$/.exec(to) ?? [];
  const [, bsuid] = /^whatsapp:([A-Z]{2}\..+)$/.exec(to) ?? [];
  if (phone === undefined && bsuid === undefined)
    throw new FormFault(21211, `Invalid 'To' Phone Number: ${to}`);
  const callback = fields['StatusCallback'] ?? '';
  if (!URL.canParse(callback)) throw new FormFault(21609, `Invalid 'StatusCallback' URL: ${callback}`);
  return { fields, to, callback, destination: phone === undefined ? { recipient: bsuid } : { to: phone } };
};

/** Meta's message for the fields of a form. */
const contentFor = (fields: Fields, contents: readonly TwilioContent[]): object => {
  const { Body: body, MediaUrl: link, ContentSid: sid, PersistentAction: action } = fields;
  if (body !== undefined && characters(body) > 1600)
    throw new FormFault(21617, 'The concatenated message body exceeds the 1600 character limit');
  if (sid !== undefined) {
    if (body !== undefined || link !== undefined) throw new FormFault(20001, 'ContentSid stands alone');
    const content = contents.find((each) => each.sid === sid);
    if (!content) throw new FormFault(21655, 'The ContentSid is Invalid');
    return { type: 'template', template: templateOf(content, readVariables(fields['ContentVariables'])) };
  }
  if (action !== undefined) return { type: 'location', location: readPlace(action, body) };
  if (link !== undefined) {
    // Twilio goes by what it fetches; a stand-in fetches nothing and goes by the name.
    const type = /\.(?:png|jpe?g)$/i.test(link) ? 'image' : 'document';
    return { type, [type]: { link, ...(body && { caption: body }) } };
  }
  if (!body) throw new FormFault(21602, 'Message body is required.');
  return { type: 'text', text: { body } };
};

const readPlace = (action: string, body = ''): object => {
  const [, latitude, longitude, name] = /^geo:(-?[\d.]+),(-?[\d.]+)(?:\|([^|]+))?$/.exec(action) ?? [];
  if (latitude === undefined) throw new FormFault(63005, 'PersistentAction is not a place');
  const address = body.split('\n').slice(1).join(', ');
  return {
    latitude: Number(latitude),
    longitude: Number(longitude),
    ...(name !== undefined && { name }),
    ...(address !== '' && { address }),
  };
};

const variablesSchema = z.record(
  z.string().regex(/^\d+$/),
  z
    .string()
    .min(1)
    .regex(/^[^\n\r]*$/),
);

const readVariables = (text: string | undefined): Record<string, string> => {
  if (text === undefined) return {};
  const { data } = variablesSchema.safeParse(json(text));
  if (!data) throw new FormFault(21656, 'The ContentVariables Parameter is invalid');
  return data;
};

const approvalSchema = z.strictObject({
  name: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
});

const readApproval = (given: unknown): z.infer<typeof approvalSchema> => {
  const { data } = approvalSchema.safeParse(given);
  if (!data) throw new ContentFault('name or category is not valid');
  return data;
};

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new FormFault(20001, 'Invalid JSON');
  }
};
