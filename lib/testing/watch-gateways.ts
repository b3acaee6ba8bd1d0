import type { PaymentGateway } from '../gateways/types';
import type { World } from '../workflows/types';

const calls = [
  'createLink',
  'findLink',
  'fetchLink',
  'cancelLink',
  'fetchPayment',
  'refund',
  'fetchRefund',
  'listRefunds',
] as const satisfies (keyof PaymentGateway)[];
type Call = (typeof calls)[number];

export type WatchedGateways = {
  /** The calls made since it was last emptied, in order. */
  calls: Call[];
  /** Runs when the gateway has done the call and before we hear of it; once. */
  before(answerOf: Call, work: () => Promise<void>): void;
};

/** Notes which calls this world makes at its gateways, and lets a test do something before an answer comes. */
export function watchGateways(world: World): WatchedGateways {
  const watched: Call[] = [];
  const between = new Map<Call, () => Promise<void>>();
  const real = world.gatewayOf;
  const watch = (gateway: PaymentGateway): PaymentGateway =>
    new Proxy(gateway, {
      get(target, name) {
        const call = calls.find((one) => one === name);
        // Methods are handed on as they are, whatever they take and give.
        const method: unknown = Reflect.get(target, name);
        if (!call || typeof method !== 'function') return method;
        return async (...given: unknown[]): Promise<unknown> => {
          watched.push(call);
          const answer: unknown = await Reflect.apply(method, target, given);
          const work = between.get(call);
          between.delete(call);
          await work?.();
          return answer;
        };
      },
    });
  Object.assign(world, {
    gatewayOf: (account: Parameters<typeof real>[0]) => {
      const gateway = real(account);
      return gateway && watch(gateway);
    },
  });
  return { calls: watched, before: (call, work) => void between.set(call, work) };
}
