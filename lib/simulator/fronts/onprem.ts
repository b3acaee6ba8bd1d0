import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { GraphError, titleOf } from '../graph-error';
import { changeOf, type News } from '../news';
import type { ChangeValue } from '../webhook-envelope';
import { jsonAnswer } from './json-answer';
import type { FrontAnswer, FrontCall, FrontCore, FrontPost, ProviderFront } from './types';

export type OnPremUser = { username: string; password: string };

const meta = { api_status: 'stable', version: '2.53.7' };
const refused = (status: number, code: number, details: string): FrontAnswer =>
  jsonAnswer(status, { meta, errors: [{ code, title: titleOf(code), details }] });

/** The webapp's own codes for what Meta says. Source: reference §11. */
const codes = new Map([
  [100, 1009],
  [131008, 1008],
  [131009, 1009],
  [131026, 1026],
  [131047, 470],
  [131048, 471],
  [130472, 472],
  [130429, 1015],
  [131056, 1015],
  [131000, 1014],
  [131016, 1011],
  [132000, 2000],
  [132001, 2001],
]);

const dayMs = 24 * 60 * 60_000;

/**
 * The On-Premises API of one's own webapp: a login with a token of seven days, Meta's bodies without an envelope, no user
 * ids, no mark in statuses, nothing signed. Reference §11.
 */
export const onpremFront = ({ username, password }: OnPremUser): ProviderFront => {
  const tokens = new Map<string, number>();
  /** Numbers that were asked for; whoever has written is known without. */
  const checked = new Set<string>();
  let settings: Record<string, unknown> = {};

  const logIn = (core: FrontCore, { headers }: FrontCall): FrontAnswer => {
    const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    if (headers.authorization !== wanted) return refused(401, 1005, 'Invalid login credentials');
    const token = randomBytes(24).toString('base64url');
    const endsAt = core.now().getTime() + 7 * dayMs;
    tokens.set(token, endsAt);
    const expiresAfter = new Date(endsAt)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d+Z$/, '+00:00');
    return jsonAnswer(200, { users: [{ token, expires_after: expiresAfter }], meta });
  };

  const isKnown = (core: FrontCore, waId: string): boolean =>
    checked.has(waId) || core.customers().some((each) => each.waId === waId && each.lastInboundAt !== null);

  const postMessage = (core: FrontCore, body: Record<string, unknown>): FrontAnswer => {
    const { to } = body;
    if (typeof to !== 'string' || !/^\d{8,15}$/.test(to))
      return refused(400, 1009, 'to must be a WhatsApp id');
    const strange = ['messaging_product', 'recipient'].find((name) => name in body);
    if (strange !== undefined) return refused(400, 1010, `${strange} is not required`);
    if (!isKnown(core, to)) return refused(400, 1013, 'Recipient is not a valid WhatsApp user');
    const sent = core.send({ messaging_product: 'whatsapp', ...asMeta(body), to: `+${to}` });
    return jsonAnswer(
      201,
      { messages: [{ id: sent.wamid }], meta },
      { drop: sent.drop, customerId: sent.customerId },
    );
  };

  const checkContacts = (core: FrontCore, body: unknown): FrontAnswer => {
    const { data } = contactsSchema.safeParse(body);
    if (!data) return refused(400, 1009, 'contacts must be a list of numbers');
    const contacts = data.contacts.map((input) => {
      const waId = input.replace(/\D/g, '');
      if (!core.customers().some((each) => each.waId === waId)) return { input, status: 'invalid' };
      checked.add(waId);
      return { input, status: 'valid', wa_id: waId };
    });
    return jsonAnswer(200, { contacts, meta });
  };

  const route = (core: FrontCore, call: FrontCall): FrontAnswer => {
    const { method, path, headers } = call;
    const [version, what, id] = path;
    if (version !== 'v1') return refused(404, 1006, 'Not found');
    if (method === 'POST' && path.join('/') === 'v1/users/login') return logIn(core, call);
    const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    if ((tokens.get(token) ?? 0) <= core.now().getTime()) return refused(401, 1005, 'Access denied');
    const name = `${method} ${what ?? ''}`;
    if (name === 'GET health') return jsonAnswer(200, { health: { gateway_status: 'connected' }, meta });
    if (name === 'GET settings' && id === 'application')
      return jsonAnswer(200, { settings: { application: settings }, meta });
    if (name === 'GET media') {
      const medium = core.media(id ?? '');
      return medium
        ? { status: 200, contentType: medium.mimeType, body: medium.bytes }
        : refused(404, 1006, 'Not found');
    }
    const body = fieldsOf(call.body);
    if (body === null) return refused(400, 1025, 'Invalid JSON');
    if (name === 'PATCH settings' && id === 'application') {
      settings = { ...settings, ...body };
      return jsonAnswer(200, { meta });
    }
    if (name === 'POST messages') return postMessage(core, body);
    if (name === 'POST contacts') return checkContacts(core, body);
    if (name === 'PUT messages' && body['status'] === 'read') {
      core.markRead(id ?? '', false);
      return jsonAnswer(200, { meta });
    }
    return refused(404, 1006, 'Not found');
  };

  return {
    answer: (core, call) => {
      try {
        return Promise.resolve(route(core, call));
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        const code = codes.get(error.code) ?? error.code;
        return Promise.resolve(refused(code === 1015 ? 429 : error.httpStatus, code, error.details));
      }
    },
    posts: (core, news) => news.flatMap((each) => postOf(core, each)),
  };
};

const contactsSchema = z.strictObject({
  blocking: z.enum(['wait', 'no_wait']).optional(),
  contacts: z.array(z.string()).min(1),
  force_check: z.boolean().optional(),
});

const fieldsOf = (text: string): Record<string, unknown> | null => {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? { ...body } : null;
  } catch {
    return null;
  }
};

/** What came after it ended is refused; a template's policy and namespace are its own. */
const asMeta = ({ template, interactive, ...body }: Record<string, unknown>): object => {
  if (
    typeof interactive === 'object' &&
    interactive !== null &&
    'type' in interactive &&
    interactive.type !== 'button' &&
    interactive.type !== 'list'
  )
    throw new GraphError(131009, 'interactive.type must be button or list');
  if (typeof template !== 'object' || template === null)
    return interactive === undefined ? body : { ...body, interactive };
  const entries = Object.entries(template)
    .filter(([name]) => name !== 'namespace')
    .map(([name, value]: [string, unknown]) => [name, name === 'language' ? withoutPolicy(value) : value]);
  return { ...body, template: Object.fromEntries(entries) as object };
};

const withoutPolicy = (language: unknown): unknown =>
  typeof language === 'object' && language !== null && 'code' in language
    ? { code: language.code }
    : language;

/** Fields of Meta's that a webapp never had. */
const later = new Set([
  'user_id',
  'from_user_id',
  'recipient_user_id',
  'username',
  'biz_opaque_callback_data',
]);

/** Somebody without a number does not get through to a webapp at all. */
const postOf = (core: FrontCore, news: News): FrontPost[] => {
  if (news.kind === 'payment') return [];
  if ('customer' in news && news.customer.waId === null) return [];
  const change: ChangeValue = changeOf(inOwnCodes(news), core.number.displayPhone.replace(/\D/g, ''));
  const body: unknown = JSON.parse(
    JSON.stringify(change, (name, value: unknown) => (later.has(name) ? undefined : value)),
  );
  return [{ raw: JSON.stringify(withVoice(body)), headers: { 'Content-Type': 'application/json' } }];
};

const inOwnCodes = (news: News): News => {
  if (news.kind !== 'status' || news.report.failureCode === undefined) return news;
  const failureCode = codes.get(news.report.failureCode) ?? news.report.failureCode;
  return { ...news, report: { ...news.report, failureCode } };
};

/** A voice note has a type of its own. */
const withVoice = (body: unknown): unknown => {
  if (typeof body !== 'object' || body === null || !('messages' in body) || !Array.isArray(body.messages))
    return body;
  const messages = body.messages.map((message: { type?: unknown; audio?: { voice?: unknown } }) => {
    if (message.audio?.voice !== true) return message;
    const { audio, ...rest } = message;
    return { ...rest, type: 'voice', voice: audio };
  });
  return { ...body, messages };
};
