import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { StandingChange } from './account';
import { actAsCustomer, changeCustomer, resumeUndelivered } from './act-as-customer';
import { answerFront } from './fronts/answer-front';
import { answerGraph, answerMedia } from './graph-api';
import { answerJson, BodyTooLarge } from './json-http';
import { defaults, type SimulatorOptions } from './options';
import { answerPhone } from './phone-api';
import { payOrder } from './orders';
import type { NewCustomer } from './phone-book';
import type { CustomerChange, MisbehaviourChange, PhoneAction } from './phone-schema';
import { Simulator, type Counters } from './simulator';
import type { ChatMessage, Customer, Exchange, Snapshot } from './types';
import type { TemplateShelf } from './template-shelf';

/** The phones' side for tests and load: what the page does over HTTP, as functions. */
export type SimulatorControl = {
  createCustomer(customer: NewCustomer): Customer;
  customers(): Customer[];
  messages(customerId: string): ChatMessage[];
  /** Does what a customer does; gives the wamid. Throws PhoneRefusal where there is nothing to tap. */
  act(customerId: string, action: PhoneAction): string;
  /** Pays an order message on a phone. */
  payOrder(customerId: string, messageId: string): Promise<ChatMessage>;
  change(customerId: string, change: CustomerChange): Customer;
  misbehave(change: MisbehaviourChange): void;
  /** Decides about a template later on; false where there is none. */
  decide(...of: Parameters<TemplateShelf['decide']>): boolean;
  /** Changes how number and account stand. */
  changeStanding(change: StandingChange): void;
  /** Posts a change of the account: `account_update`, `phone_number_name_update` … */
  tellOfAccount(field: string, value: object): void;
  /** What an owner does at Meta's dashboard with an address and a verify token. Throws GraphError. */
  setCallback(callback: { url: string; verifyToken: string }): Promise<void>;
  snapshot(): Snapshot;
  exchanges(): Exchange[];
  counters(): Counters;
  /** Resolves once nothing is being delivered, posted or retried. */
  settled(): Promise<void>;
  reset(): void;
};

export type RunningSimulator = { url: string; control: SimulatorControl; close(): Promise<void> };

const controlOf = (simulator: Simulator): SimulatorControl => ({
  createCustomer: (customer) => simulator.book.create(customer),
  customers: () => simulator.book.listCustomers(),
  messages: (customerId) => simulator.book.chat(customerId),
  act: (customerId, action) => actAsCustomer(simulator, customerId, action),
  payOrder: (customerId, messageId) => payOrder(simulator, customerId, messageId),
  change: (customerId, change) => changeCustomer(simulator, customerId, change),
  misbehave: (change) => {
    simulator.misbehave(
      Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)),
    );
  },
  decide: (...of) => simulator.shelf.decide(...of),
  changeStanding: (change) => {
    simulator.changeStanding(change);
  },
  tellOfAccount: (field, value) => {
    simulator.tellOfAccount(field, value);
  },
  setCallback: (callback) => simulator.account.setCallback(callback),
  snapshot: () => simulator.snapshot(),
  exchanges: () => simulator.log.list(),
  counters: () => ({ ...simulator.counters }),
  settled: () => simulator.settled(),
  reset: () => {
    simulator.reset();
  },
});

const answer = async (
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const [first = '', ...rest] = new URL(request.url ?? '/', 'http://localhost').pathname
    .split('/')
    .filter(Boolean);
  if (first === '_phone') await answerPhone(simulator, request, response, rest);
  else if (simulator.options.front) await answerFront(simulator, simulator.options.front, request, response);
  else if (first === '_media') answerMedia(simulator, request, response, rest[0] ?? '');
  else await answerGraph(simulator, request, response, [first, ...rest]);
};

const onFailure = (response: ServerResponse, error: unknown): void => {
  const tooLarge = error instanceof BodyTooLarge;
  // A fault of the simulator itself must not look like one of Meta's answers.
  if (!tooLarge)
    process.stderr.write(
      `simulator: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown fault'}\n`,
    );
  if (response.headersSent) response.destroy();
  else
    answerJson(
      response,
      tooLarge ? 413 : 500,
      JSON.stringify({ error: tooLarge ? 'body over 4 MiB' : 'simulator fault' }),
    );
};

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/**
 * Starts the stand-in for graph.facebook.com with its phones. Listens on loopback unless `host` says otherwise.
 * Throws when the port is taken or the file cannot be opened.
 */
export const startSimulator = async (options: SimulatorOptions): Promise<RunningSimulator> => {
  const simulator = new Simulator(options);
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    answer(simulator, request, response).catch((error: unknown) => {
      onFailure(response, error);
    });
  });
  const host = options.host ?? defaults.host;
  const port = await listen(server, options.port, host);
  simulator.url = `http://${host}:${String(port)}`;
  resumeUndelivered(simulator);
  return {
    url: simulator.url,
    control: controlOf(simulator),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await simulator.close();
    },
  };
};
