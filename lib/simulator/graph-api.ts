import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fieldsOf, simulatedAppId } from './account';
import { acceptMessage } from './accept-message';
import { GraphError } from './graph-error';
import { answerJson, readBody } from './json-http';
import { markRead } from './mark-read';
import { refuseIfAsked, takeDrop } from './misbehave';
import { readGraphRequest } from './read-request';
import { mediaKindOf, sampleMedia } from './sample-media';
import { lookUpOrder } from './orders';
import type { Simulator } from './simulator';

/** Versions Meta serves or will: v21 is the oldest usable in November 2026. Source: reference §1.1. */
const oldestVersion = 21;

type Reply = { status: number; body: string; drop: boolean; customerId: string | null };

const ok = (body: object, customerId: string | null = null, drop = false): Reply => ({
  status: 200,
  body: JSON.stringify(body),
  drop,
  customerId,
});

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const tokenOf = (request: IncomingMessage): string =>
  /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';

const checkToken = (simulator: Simulator, request: IncomingMessage): void => {
  const { expiresAt } = simulator.account.standing.token;
  const isOver = expiresAt !== 0 && expiresAt * 1000 <= simulator.now().getTime();
  if (isOver || !sameText(tokenOf(request), simulator.options.webhook.accessToken)) {
    throw new GraphError(190, 'The access token is missing, wrong or expired.');
  }
};

/** The app's own subscription is shown to the app alone: under `{app id}|{app secret}`. Source: Meta, app access tokens. */
const appSubscriptions = async (
  simulator: Simulator,
  request: IncomingMessage,
  raw: string,
): Promise<Reply> => {
  if (!sameText(tokenOf(request), `${simulatedAppId}|${simulator.options.webhook.appSecret}`))
    throw new GraphError(101, 'Error validating application. Invalid application secret.');
  return ok(
    request.method === 'POST'
      ? await simulator.account.subscribeApp(raw)
      : simulator.account.appSubscriptions(),
  );
};

/** What a token is, to itself. Source: Meta, Graph API, `debug_token`. */
const debugToken = (simulator: Simulator, query: URLSearchParams): Reply => {
  const { type, expiresAt, issuedAt, scopes } = simulator.account.standing.token;
  if (!sameText(query.get('input_token') ?? '', simulator.options.webhook.accessToken))
    return ok({
      data: { is_valid: false, scopes: [], error: { code: 190, message: 'Invalid OAuth access token.' } },
    });
  return ok({
    data: {
      app_id: simulatedAppId,
      type,
      application: 'Neram',
      expires_at: expiresAt,
      ...(issuedAt !== undefined && { issued_at: issuedAt }),
      is_valid: true,
      scopes,
    },
  });
};

const checkVersion = (version: string): void => {
  const major = Number(/^v(\d+)\.\d+$/.exec(version)?.[1] ?? 0);
  if (major < oldestVersion) throw new GraphError(2635, `Version ${version} is not available; use v26.0.`);
};

const noSuchObject = (id: string): GraphError =>
  new GraphError(33, `Object with ID '${id}' does not exist or cannot be loaded due to missing permissions.`);

const postMessages = (simulator: Simulator, request: IncomingMessage, raw: string): Reply => {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new GraphError(100, 'Content-Type must be application/json.');
  }
  refuseIfAsked(simulator);
  const call = readGraphRequest(raw);
  if (call.kind === 'read') {
    return ok(markRead(simulator, call.payload), simulator.book.senderOf(call.payload.message_id) ?? null);
  }
  const accepted = acceptMessage(simulator, call.payload);
  const drop = takeDrop(simulator);
  accepted.send(drop);
  return ok(accepted.body, accepted.customer?.id ?? null, drop);
};

const describeMedia = (mediaId: string, host: string): Reply => {
  const kind = mediaKindOf(mediaId);
  if (kind === null) throw noSuchObject(mediaId);
  const { bytes, mimeType, sha256 } = sampleMedia(mediaId, kind);
  return ok({
    messaging_product: 'whatsapp',
    url: `http://${host}/_media/${mediaId}`,
    mime_type: mimeType,
    sha256,
    file_size: bytes.length,
    id: mediaId,
  });
};

/** Makes, edits and takes away templates; null for a call that is about something else. */
const changeTemplates = (
  simulator: Simulator,
  {
    method,
    node,
    edge,
    query,
  }: { method: string; node: string; edge: string | undefined; query: URLSearchParams },
  raw: string,
): Reply | null => {
  const { shelf } = simulator;
  if (node === simulator.options.webhook.wabaId && edge === 'message_templates') {
    if (method !== 'POST' && method !== 'DELETE') return null;
    refuseIfAsked(simulator);
    return ok(method === 'POST' ? shelf.create(raw) : shelf.remove(query));
  }
  const edited = method === 'POST' && edge === undefined ? shelf.edit(node, raw) : null;
  return edited && ok(edited);
};

/** The number with all that is told of it. Source: reference §3.4 to 3.6. */
const numberNode = (simulator: Simulator): Record<string, unknown> => {
  const { phoneNumberId, displayPhone } = simulator.options.webhook;
  const { quality, tier, nameStatus, throughput, platform } = simulator.account.standing;
  return {
    id: phoneNumberId,
    verified_name: simulator.businessName,
    display_phone_number: displayPhone,
    name_status: nameStatus,
    quality_rating: quality,
    code_verification_status: 'VERIFIED',
    platform_type: platform,
    status: platform === 'CLOUD_API' ? 'CONNECTED' : 'PENDING',
    throughput: { level: throughput },
    whatsapp_business_manager_messaging_limit: tier,
  };
};

/** The account's own node and edges; null for what is none of them. */
const readAccount = (
  simulator: Simulator,
  edge: string | undefined,
  query: URLSearchParams,
): Reply | null => {
  const { wabaId, phoneNumberId } = simulator.options.webhook;
  const fields = query.get('fields');
  switch (edge) {
    case undefined:
      return ok(
        fieldsOf({ id: wabaId, name: simulator.businessName, account_review_status: 'APPROVED' }, fields),
      );
    case 'message_templates':
      return ok(simulator.shelf.page(query));
    case 'phone_numbers':
      return ok({ data: [fieldsOf({ ...numberNode(simulator), id: phoneNumberId }, fields)] });
    case 'subscribed_apps':
      return ok(simulator.account.subscribedApps());
    default:
      return null;
  }
};

const readNode = (
  simulator: Simulator,
  node: string,
  edge: string | undefined,
  { host, query }: { host: string; query: URLSearchParams },
): Reply => {
  const { phoneNumberId, wabaId } = simulator.options.webhook;
  if (node === wabaId) {
    const read = readAccount(simulator, edge, query);
    if (read) return read;
  }
  if (node === 'debug_token' && edge === undefined) return debugToken(simulator, query);
  if (edge !== undefined) throw noSuchObject(node);
  if (node === phoneNumberId) return ok(fieldsOf(numberNode(simulator), query.get('fields')));
  return describeMedia(node, host);
};

const handle = async (
  simulator: Simulator,
  request: IncomingMessage,
  path: string[],
  raw: string,
): Promise<Reply> => {
  const [version = '', node = '', edge, rest] = path;
  const isSubscriptions = node === simulatedAppId && edge === 'subscriptions';
  if (isSubscriptions && (request.method === 'GET' || request.method === 'POST'))
    return appSubscriptions(simulator, request, raw);
  checkToken(simulator, request);
  checkVersion(version);
  const number = node === simulator.options.webhook.phoneNumberId;
  if (request.method === 'GET' && number && edge === 'payments' && path.length === 5)
    return ok(lookUpOrder(simulator, path[4] ?? ''));
  if (rest !== undefined) throw noSuchObject(rest);
  // Only the query is read: whatever host it says is no matter.
  const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
  const host = request.headers.host ?? '';
  if (request.method === 'GET') return readNode(simulator, node, edge, { host, query });
  if (request.method === 'POST' && node === simulator.options.webhook.wabaId && edge === 'subscribed_apps')
    return ok(await simulator.account.subscribe(raw));
  const changed = changeTemplates(simulator, { method: request.method ?? '', node, edge, query }, raw);
  if (changed) return changed;
  if (node !== simulator.options.webhook.phoneNumberId) throw noSuchObject(node);
  if (request.method !== 'POST' || edge !== 'messages') throw new GraphError(100, 'Unsupported request.');
  await simulator.latency();
  return postMessages(simulator, request, raw);
};

const label = (raw: string): string => {
  const type = /"type"\s*:\s*"(\w+)"/.exec(raw)?.[1];
  return raw.includes('"status"') ? 'mark as read' : `send ${type ?? ''}`.trim();
};

/** Answers a call as graph.facebook.com would. `path` is the path's parts without the leading slash. */
export const answerGraph = async (
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string[],
): Promise<void> => {
  const raw = await readBody(request);
  const method = request.method ?? 'GET';
  const end = simulator.log.begin({
    direction: 'call',
    customerId: null,
    label: method === 'POST' ? label(raw) : 'read',
    method,
    path: `/${path.join('/')}`,
    request: raw,
  });
  let reply: Reply;
  try {
    reply = await handle(simulator, request, path, raw);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    simulator.counters.refused += 1;
    const body = JSON.stringify(error.toBody(`A${randomBytes(12).toString('base64url')}`));
    reply = { status: error.httpStatus, body, drop: false, customerId: null };
  }
  if (reply.drop) {
    end(null, 'The message was accepted, then the connection was cut before the answer.', reply.customerId);
    request.socket.destroy();
    return;
  }
  end(reply.status, reply.body, reply.customerId);
  answerJson(response, reply.status, reply.body);
};

/** The bytes behind a media address; the same token is needed as for the call that named it. */
export const answerMedia = (
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  mediaId: string,
): void => {
  const given = request.headers.authorization ?? '';
  const kind = mediaKindOf(mediaId);
  if (kind === null || !sameText(given, `Bearer ${simulator.options.webhook.accessToken}`)) {
    response.writeHead(kind === null ? 404 : 401).end();
    return;
  }
  const { bytes, mimeType } = sampleMedia(mediaId, kind);
  response.writeHead(200, { 'Content-Type': mimeType, 'Content-Length': bytes.length }).end(bytes);
};
