import type { z } from 'zod';
import { GraphError } from './graph-error';
import { unplayedInteractive } from './interactive-schema';
import { readSchema, sendSchemas, type ReadPayload, type SendPayload, type SendType } from './send-schema';

export type GraphRequest = { kind: 'send'; payload: SendPayload } | { kind: 'read'; payload: ReadPayload };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parameterName = (path: readonly PropertyKey[]): string =>
  path.map((key, index) => (index === 0 ? String(key) : `['${String(key)}']`)).join('');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );

/** The first finding in Meta's words: 100 for unknown properties, 131008 for missing ones, 131009 for wrong values. */
const asGraphError = (issue: z.core.$ZodIssue, body: unknown): GraphError => {
  if (issue.code === 'unrecognized_keys') {
    const where = issue.path.length === 0 ? 'the request' : parameterName(issue.path);
    return new GraphError(100, `Unexpected key "${issue.keys.join('", "')}" on ${where}.`);
  }
  const name = parameterName(issue.path) || 'request';
  if (valueAt(body, issue.path) === undefined)
    return new GraphError(131008, `The parameter ${name} is required.`);
  return new GraphError(131009, `Parameter ${name}: ${issue.message}.`);
};

const parseWith = <T>(schema: z.ZodType<T>, body: unknown): T => {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw issue ? asGraphError(issue, body) : new GraphError(1, 'The request could not be read.');
};

const isSendType = (type: string): type is SendType => Object.hasOwn(sendSchemas, type);

const sendTypeOf = (body: Record<string, unknown>): SendType => {
  const type = body['type'] ?? 'text';
  if (typeof type !== 'string' || !isSendType(type)) {
    throw new GraphError(
      100,
      `Param type must be one of {${Object.keys(sendSchemas).join(', ').toUpperCase()}}.`,
    );
  }
  const inner =
    type === 'interactive' && isObject(body['interactive']) ? body['interactive']['type'] : undefined;
  if (typeof inner === 'string' && unplayedInteractive.includes(inner)) {
    throw new GraphError(131051, `The simulator does not play interactive messages of type ${inner}.`);
  }
  return type;
};

/** A body as JSON. Throws the GraphError that Meta answers with to one that is none. */
export function readJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    throw new GraphError(100, 'The request body is not valid JSON.');
  }
}

/** Reads the body of POST /{phone number id}/messages, or throws the GraphError Meta would answer with. */
export const readGraphRequest = (raw: string): GraphRequest => {
  const body = readJson(raw);
  if (!isObject(body)) throw new GraphError(100, 'The request body must be a JSON object.');
  if (body['messaging_product'] === undefined) {
    throw new GraphError(100, 'The parameter messaging_product is required.');
  }
  if ('status' in body) return { kind: 'read', payload: parseWith(readSchema, body) };
  const type = sendTypeOf(body);
  // The schema is picked by the very type it checks, which the compiler cannot follow through the union.
  const payload = parseWith(sendSchemas[type] as z.ZodType<SendPayload>, body);
  if (payload.type === 'reaction' && payload.context)
    throw new GraphError(131009, 'A reaction takes no context.');
  if (payload.to === undefined && payload.recipient === undefined) {
    throw new GraphError(131008, 'One of the parameters to and recipient is required.');
  }
  return { kind: 'send', payload };
};
