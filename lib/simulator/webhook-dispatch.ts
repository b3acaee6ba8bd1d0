import type { Misbehaviour } from './types';
import type { News } from './news';
import type { FrontPost } from './fronts/types';
import type { WebhookPost } from './webhook-post';

type Held = { news: News; label: string; customerId: string; onAcknowledged: () => void };

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Decides how and when changes are posted: in order per customer, unless told to misbehave (twice, reversed,
 * late, repeated, batched).
 */
export class WebhookDispatch {
  private readonly lanes = new Map<string, Promise<void>>();
  private held: Held[] = [];
  private batch: { news: News; customerId: string | null }[] = [];
  private batchTimer: NodeJS.Timeout | null = null;
  private delayed = 0;

  constructor(
    private readonly postsOf: (news: readonly News[]) => FrontPost[],
    private readonly poster: WebhookPost,
    private readonly misbehaviour: () => Misbehaviour,
    private readonly onHeld: (held: number, left: number) => void,
  ) {}

  /** Posts a customer's message; `onAcknowledged` runs at the first 200. */
  message(news: News, label: string, customerId: string, onAcknowledged: () => void): void {
    const { holdNext } = this.misbehaviour();
    const held = { news, label, customerId, onAcknowledged };
    if (holdNext === 0) {
      this.postMessage(held);
      return;
    }
    this.held.push(held);
    this.onHeld(this.held.length, holdNext - 1);
    if (holdNext === 1) this.releaseHeld();
  }

  /** Posts what is held, newest first. */
  releaseHeld(): void {
    const reversed = this.held.reverse();
    this.held = [];
    this.onHeld(0, 0);
    // One lane a message would post them side by side; one lane for all keeps the reversed order certain.
    for (const each of reversed) this.postMessage(each, 'held');
  }

  private postMessage({ news, label, customerId, onAcknowledged }: Held, lane = customerId): void {
    const posts = this.postsOf([news]);
    const post = (): Promise<void> => this.poster.post(posts, label, customerId, onAcknowledged);
    const twice = this.misbehaviour().sendTwice;
    void this.inLane(`m:${lane}`, () =>
      twice ? Promise.all([post(), post()]).then(() => undefined) : post(),
    );
  }

  /** Posts a status, alone or with others. */
  status(news: News, label: string, customerId: string | null, laneKey: string): void {
    const { batchMs, duplicateStatuses } = this.misbehaviour();
    const times = duplicateStatuses ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      if (batchMs > 0) this.addToBatch(news, customerId, batchMs);
      else {
        const posts = this.postsOf([news]);
        void this.inLane(`s:${laneKey}`, () => this.poster.post(posts, label, customerId));
      }
    }
  }

  /** Posts what a front has to say beside the news. */
  tell(posts: readonly FrontPost[], label: string, customerId: string | null): void {
    void this.inLane(`s:${customerId ?? 'front'}`, () => this.poster.post(posts, label, customerId));
  }

  private addToBatch(news: News, customerId: string | null, batchMs: number): void {
    this.batch.push({ news, customerId });
    // 1,000 updates is Meta's own maximum for one body. Source: reference §2.3.
    if (this.batch.length >= 1000) this.flushBatch();
    else this.batchTimer ??= setTimeout(() => this.flushBatch(), batchMs);
  }

  private flushBatch(): void {
    if (this.batchTimer) clearTimeout(this.batchTimer);
    this.batchTimer = null;
    const batch = this.batch;
    this.batch = [];
    if (batch.length === 0) return;
    const owners = new Set(batch.map((each) => each.customerId));
    const [only] = owners;
    void this.poster.post(
      this.postsOf(batch.map((each) => each.news)),
      `${String(batch.length)} statuses`,
      owners.size === 1 ? (only ?? null) : null,
    );
  }

  /** The delay is served before the lane, so that many delayed messages do not add up. */
  private async inLane(lane: string, post: () => Promise<void>): Promise<void> {
    const delay = this.misbehaviour().webhookDelayMs;
    this.delayed += 1;
    if (delay > 0) await wait(delay);
    const turn = (this.lanes.get(lane) ?? Promise.resolve()).then(post);
    this.lanes.set(lane, turn);
    await turn;
    this.delayed -= 1;
    if (this.lanes.get(lane) === turn) this.lanes.delete(lane);
  }

  get busy(): boolean {
    return this.delayed > 0 || this.batch.length > 0 || this.poster.busy;
  }

  close(): void {
    if (this.batchTimer) clearTimeout(this.batchTimer);
    this.batch = [];
    this.held = [];
  }
}
