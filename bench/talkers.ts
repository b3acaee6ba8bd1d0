import { setTimeout as sleep } from 'node:timers/promises';
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

/** A customer who has waited so long counts as left without an answer, unless said otherwise. */
const usualPatienceMs = 20_000;

export type Talk = {
  /** From the customer's tap to the reply at the stand-in, in milliseconds. */
  replyMs: number[];
  /** Customers who were left without an answer. */
  unanswered: number;
};

/** One customer in the middle of a talk. */
type Speaker = { since: number; left: number; end: (answered: boolean) => void };

/** Customers who each say `turns` things. */
export class Talkers {
  private readonly speaking = new Map<string, Speaker>();
  private replyMs: number[] = [];
  control: SimulatorControl | null = null;

  constructor(
    /** About how long somebody waits before each answer. */
    public thinkMs: number,
    private readonly patienceMs = usualPatienceMs,
  ) {}

  onSend = (record: SendRecord): void => {
    const customerId = record.customerId ?? '';
    const speaker = this.speaking.get(customerId);
    if (!speaker || !this.control) return;
    if (speaker.since > 0) this.replyMs.push(performance.now() - speaker.since);
    speaker.since = 0;
    if (speaker.left === 0) {
      this.leave(customerId, true);
      return;
    }
    speaker.left -= 1;
    const { control } = this;
    setTimeout(
      () => {
        speaker.since = performance.now();
        answerMessage(control, record, () => random.next());
      },
      this.thinkMs * (0.5 + random.next()),
    );
  };

  /** All these customers talk at once. Resolves when all have had their say. */
  talk(customerIds: readonly string[], turns: number): Promise<Talk> {
    return this.measured(() =>
      Promise.all(
        customerIds.map(async (id) => {
          await sleep(this.thinkMs * random.next());
          return this.conversation(id, turns);
        }),
      ),
    );
  }

  /** `count` new customers, `atOnce` of them at any time: where one has ended, the next begins. */
  stream(count: number, atOnce: number, turns: number): Promise<Talk> {
    let begun = 0;
    const lane = async (): Promise<boolean[]> => {
      const answered: boolean[] = [];
      while (begun < count) {
        begun += 1;
        answered.push(await this.conversation(this.newPerson(), turns));
      }
      return answered;
    };
    return this.measured(async () => (await Promise.all(Array.from({ length: atOnce }, lane))).flat());
  }

  newPerson(): string {
    return this.connected().createCustomer({ name: 'Customer', identity: 'both' }).id;
  }

  private async measured(talking: () => Promise<boolean[]>): Promise<Talk> {
    this.replyMs = [];
    const watch = setInterval(() => {
      this.dropTheForgotten();
    }, 1_000);
    const answered = await talking();
    clearInterval(watch);
    return { replyMs: this.replyMs, unanswered: answered.filter((was) => !was).length };
  }

  private conversation(id: string, turns: number): Promise<boolean> {
    return new Promise((end) => {
      this.speaking.set(id, { since: performance.now(), left: turns - 1, end });
      this.connected().act(id, { type: 'text', body: random.next() < 0.5 ? 'வணக்கம்' : 'Hi' });
    });
  }

  private leave(id: string, answered: boolean): void {
    this.speaking.get(id)?.end(answered);
    this.speaking.delete(id);
  }

  private dropTheForgotten(): void {
    const before = performance.now() - this.patienceMs;
    for (const [id, { since }] of this.speaking) if (since > 0 && since < before) this.leave(id, false);
  }

  private connected(): SimulatorControl {
    if (!this.control) throw new Error('The stand-in is not connected yet.');
    return this.control;
  }
}
