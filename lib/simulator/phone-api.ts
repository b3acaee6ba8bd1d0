import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { callbackSchema, standingChangeSchema } from './account';
import { actAsCustomer, changeCustomer } from './act-as-customer';
import { GraphError, isKnownCode } from './graph-error';
import { answerJson, readBody } from './json-http';
import { streamFeed } from './phone-feed';
import { payOrder } from './orders';
import { PhoneRefusal } from './phone-refusal';
import {
  customerChangeSchema,
  misbehaviourSchema,
  newCustomerSchema,
  payOrderSchema,
  phoneActionSchema,
  templateDecisionSchema,
} from './phone-schema';
import type { Simulator } from './simulator';
import type { Customer, Misbehaviour } from './types';

const parse = <T>(schema: z.ZodType<T>, raw: string): T => {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new PhoneRefusal(400, 'The body is not valid JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new PhoneRefusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'not valid'}`);
};

/** Creates a phone from checked or raw input. Throws PhoneRefusal 400 naming the wrong field. */
export const createCustomer = (simulator: Simulator, raw: string): Customer => {
  const { name, identity, waId, username } = parse(newCustomerSchema, raw);
  return simulator.book.create({
    name,
    identity,
    ...(waId === undefined ? {} : { waId }),
    ...(username === undefined ? {} : { username }),
  });
};

const setMisbehaviour = (simulator: Simulator, raw: string): Misbehaviour => {
  const change = parse(misbehaviourSchema, raw);
  for (const repeat of [change.failNext, change.refuseNext]) {
    if (repeat && !isKnownCode(repeat.code))
      throw new PhoneRefusal(400, `Code ${String(repeat.code)} is not one of Meta's.`);
  }
  // Absent keys keep what is set; zod gives them as undefined only when the caller wrote so.
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  simulator.misbehave(given);
  return simulator.misbehaviour;
};

/** An owner enters address and verify token at Meta's dashboard, which asks the address at once. */
const setCallback = async (simulator: Simulator, raw: string): Promise<object> => {
  try {
    await simulator.account.setCallback(parse(callbackSchema, raw));
    return { success: true };
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new PhoneRefusal(400, error.details);
  }
};

const customerRoute = (
  simulator: Simulator,
  id: string,
  what: string | undefined,
  raw: string,
  method: string,
): object | Promise<object> => {
  if (method === 'POST' && what === 'orders')
    return payOrder(simulator, id, parse(payOrderSchema, raw).messageId);
  if (method === 'POST' && what === 'actions')
    return { id: actAsCustomer(simulator, id, parse(phoneActionSchema, raw)) };
  if (method === 'POST' && what === undefined)
    return changeCustomer(simulator, id, parse(customerChangeSchema, raw));
  const customer = simulator.book.customer(id);
  if (method !== 'GET' || what !== undefined || !customer)
    throw new PhoneRefusal(404, `There is no ${id} here.`);
  return { customer, messages: simulator.book.chat(id) };
};

const route = (
  simulator: Simulator,
  method: string,
  path: string[],
  raw: string,
): object | Promise<object> => {
  const [noun, id, what] = path;
  const name = `${method} ${noun ?? ''}`;
  if (noun === 'customers' && id !== undefined) return customerRoute(simulator, id, what, raw, method);
  switch (name) {
    case 'GET snapshot':
      return simulator.snapshot();
    case 'GET customers':
      return { customers: simulator.book.listCustomers() };
    case 'POST customers':
      return createCustomer(simulator, raw);
    case 'GET templates':
      return { templates: simulator.shelf.list() };
    case 'POST templates': {
      const { name: template, language, ...change } = parse(templateDecisionSchema, raw);
      if (!simulator.shelf.decide({ name: template, language }, change))
        throw new PhoneRefusal(404, `There is no template ${template} in ${language}.`);
      return { success: true };
    }
    case 'GET log':
      return { exchanges: simulator.log.list() };
    case 'GET counters':
      return simulator.counters;
    case 'GET account':
      return { ...simulator.account.standing, address: simulator.account.address() };
    case 'POST account':
      simulator.changeStanding(parse(standingChangeSchema, raw));
      return simulator.account.standing;
    case 'POST callback':
      return setCallback(simulator, raw);
    case 'GET misbehave':
      return simulator.misbehaviour;
    case 'POST misbehave':
      return setMisbehaviour(simulator, raw);
    case 'POST release':
      simulator.misbehave({ holdNext: 0 });
      return simulator.misbehaviour;
    case 'POST reset':
      simulator.reset();
      return { success: true };
    default:
      throw new PhoneRefusal(404, `There is no ${name} here.`);
  }
};

/** Answers the phones' side: JSON, and the feed of changes. `path` is what follows /_phone/. */
export const answerPhone = async (
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string[],
): Promise<void> => {
  if (request.method === 'GET' && path[0] === 'events') {
    streamFeed(simulator, response);
    return;
  }
  try {
    const raw = await readBody(request);
    const answer = await route(simulator, request.method ?? 'GET', path, raw);
    answerJson(response, 200, JSON.stringify(answer));
  } catch (error) {
    if (!(error instanceof PhoneRefusal)) throw error;
    answerJson(response, error.status, JSON.stringify({ error: error.message }));
  }
};
