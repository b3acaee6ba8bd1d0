import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
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

const checkToken = (simulator: Simulator, request: IncomingMessage): void => {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  if (!sameText(given, simulator.options.webhook.accessToken)) {
    throw new GraphError(190, 'The access token is missing, wrong or expired.');
  }
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

const readNode = (
  simulator: Simulator,
  node: string,
  edge: string | undefined,
  { host, query }: { host: string; query: URLSearchParams },
): Reply => {
  const { phoneNumberId, wabaId, displayPhone } = simulator.options.webhook;
  if (node === wabaId && edge === 'message_templates') {
    return ok(simulator.shelf.page(query));
  }
  if (edge !== undefined) throw noSuchObject(node);
  if (node === phoneNumberId) {
    return ok({
      id: phoneNumberId,
      verified_name: simulator.snapshot().business.name,
      display_phone_number: displayPhone,
      quality_rating: 'GREEN',
      platform_type: 'CLOUD_API',
      throughput: { level: 'STANDARD' },
    });
  }
  return describeMedia(node, host);
};

const handle = async (
  simulator: Simulator,
  request: IncomingMessage,
  path: string[],
  raw: string,
): Promise<Reply> => {
  const [version = '', node = '', edge, rest] = path;
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
