import type { SimulatorControl, RunningSimulator } from '../lib/simulator/server';
import { startSimulator } from '../lib/simulator/server';
import type { SendRecord } from '../lib/simulator/types';
import { answerMessage } from '../lib/testing/scripted-customer';
import { seededRandom } from '../lib/testing/seeded-random';
import { benchNumber } from './bench-stack';

const random = seededRandom(20261123);

/** A stand-in of the provider that keeps nothing, so that what grows is ours. */
export function benchSimulator(
  webhookUrl: string,
  onSend: (record: SendRecord) => void,
): Promise<RunningSimulator> {
  return startSimulator({
    port: 0,
    history: 'none',
    pairRate: false,
    throughputPerSecond: Infinity,
    webhook: { ...benchNumber, url: webhookUrl },
    onSend,
  });
}

/** A customer who has waited so long counts as left without an answer. */
const patienceMs = 20_000;

export type Talk = {
  /** From the customer's tap to the reply at the stand-in, in milliseconds. */
  replyMs: number[];
  /** Customers who were left without an answer. */
  unanswered: number;
};

/** Customers who each say `turns` things, waiting `thinkMs` before each answer. Resolves when all have had their say. */
export class Talkers {
  private readonly waiting = new Map<string, { since: number; left: number }>();
  private readonly replyMs: number[] = [];
  private finish: () => void = () => undefined;
  private busy = 0;
  private unanswered = 0;
  control: SimulatorControl | null = null;

  constructor(private readonly thinkMs: number) {}

  onSend = (record: SendRecord): void => {
    const state = record.customerId === null ? undefined : this.waiting.get(record.customerId);
    if (!state || !this.control) return;
    if (state.since > 0) this.replyMs.push(performance.now() - state.since);
    state.since = 0;
    const { control } = this;
    if (state.left === 0) {
      this.waiting.delete(record.customerId ?? '');
      this.busy -= 1;
      if (this.busy === 0) this.finish();
      return;
    }
    state.left -= 1;
    setTimeout(
      () => {
        state.since = performance.now();
        answerMessage(control, record, () => random.next());
      },
      this.thinkMs * (0.5 + random.next()),
    );
  };

  talk(customerIds: readonly string[], turns: number): Promise<Talk> {
    const { control } = this;
    if (!control) throw new Error('The stand-in is not connected yet.');
    this.replyMs.length = 0;
    this.unanswered = 0;
    this.busy = customerIds.length;
    const finished = new Promise<void>((resolve) => {
      this.finish = resolve;
    });
    for (const id of customerIds) {
      setTimeout(() => {
        this.waiting.set(id, { since: performance.now(), left: turns - 1 });
        control.act(id, { type: 'text', body: random.next() < 0.5 ? 'வணக்கம்' : 'Hi' });
      }, this.thinkMs * random.next());
    }
    const watch = setInterval(() => {
      this.dropTheForgotten();
    }, 1_000);
    return finished.then(() => {
      clearInterval(watch);
      return { replyMs: [...this.replyMs], unanswered: this.unanswered };
    });
  }

  private dropTheForgotten(): void {
    for (const [id, state] of this.waiting) {
      if (state.since === 0 || performance.now() - state.since < patienceMs) continue;
      this.waiting.delete(id);
      this.unanswered += 1;
      this.busy -= 1;
      if (this.busy === 0) this.finish();
    }
  }
}
