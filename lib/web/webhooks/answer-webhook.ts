import { AppError } from '../../kernel/app-error';
import { tellingGateways } from '../../kernel/gateways';
import { metrics } from '../../metrics/metrics';
import { gatewayDoors, webhookDoors } from '../../workflows/webhook-path';
import type { Answer } from '../answer';
import { faultAnswer, methodAnswer, problemAnswer } from '../problem';
import { world } from '../world';
import { channelEvents } from './channels';
import { payments } from './payments';
import type { Door, WebhookCall } from './types';

export const webhookRoot = '/api/webhooks/';

/** `/api/webhooks/{name}/{key}`: every provider that calls us has its name here; a name may have several parts. */
const doors: ReadonlyMap<string, Door> = new Map<string, Door>([
  ...Object.values(webhookDoors).map((name) => [name, channelEvents(name)] as const),
  ...tellingGateways.map((gateway) => [gatewayDoors[gateway], payments(gateway)] as const),
]);

/** For all answers here: providers read them, browsers should make nothing of them. */
const common = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Answers one webhook call. Never rejects: a bug or an outage is logged here and answered 500, so that it comes again. */
export async function answerWebhook(call: WebhookCall): Promise<Answer> {
  const ended = metrics.webhookAnswers.startTimer();
  const answer = await answerAtDoor(call).catch((error: unknown) => {
    if (error instanceof AppError) return problemAnswer(error);
    world().log.error({ err: error, path: call.path }, 'a request failed');
    return faultAnswer();
  });
  // Anybody may call any address: only our own names become a label.
  const { name } = addressOf(call.path);
  ended({ door: doors.has(name) ? name : 'unknown', status: answer.status });
  return { ...answer, headers: { ...common, ...answer.headers } };
}

async function answerAtDoor(call: WebhookCall): Promise<Answer> {
  const { name, key } = addressOf(call.path);
  const door = doors.get(name);
  if (!door || key === '') throw new AppError('not-found', 'No webhook has this address.');
  // To HEAD a server sends no body, whatever it is given.
  const method = call.method === 'HEAD' ? 'GET' : call.method;
  const handler = method === 'GET' || method === 'POST' ? door[method] : undefined;
  if (!handler) return methodAnswer(Object.keys(door));
  return handler(world(), call, key);
}

/** `/api/webhooks/whatsapp/demo` → whatsapp, demo; with or without a slash at the end. No key where there can be none. */
function addressOf(path: string): { name: string; key: string } {
  const parts = path.slice(webhookRoot.length).replace(/\/$/, '').split('/');
  const key = decoded(parts.pop() ?? '');
  return { name: parts.join('/'), key };
}

/** Text that is no percent-encoding, or that the database could not be asked for, names nothing. */
function decoded(part: string): string {
  try {
    const text = decodeURIComponent(part);
    return text.includes('\0') ? '' : text;
  } catch {
    return '';
  }
}
