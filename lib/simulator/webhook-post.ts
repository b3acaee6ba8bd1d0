import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ExchangeLog } from './exchange-log';
import type { FrontPost } from './fronts/types';

const timeoutMs = 20_000;
const keptAnswer = 4_000;

/**
 * Posts webhooks to the business as Meta does: again, ever more slowly, until it answers 200 (or another success).
 * Connections are kept alive. `settled` resolves once nothing is under way or waiting.
 */
export class WebhookPost {
  private readonly plain = new HttpAgent({ keepAlive: true, maxSockets: 64 });
  private readonly secure = new HttpsAgent({ keepAlive: true, maxSockets: 64 });
  private readonly timers = new Set<NodeJS.Timeout>();
  private underWay = 0;
  private closed = false;
  private waiting: (() => void)[] = [];

  constructor(
    /** Where events go now; null: nowhere. */
    private readonly address: () => string | null,
    private readonly retryDelaysMs: readonly number[],
    private readonly log: ExchangeLog,
  ) {}

  /** Posts them one after the other. Resolves after the first attempts; retries go on behind. `onAcknowledged` runs at each success. */
  async post(
    posts: readonly FrontPost[],
    label: string,
    customerId: string | null,
    onAcknowledged?: () => void,
  ): Promise<void> {
    for (const post of posts) await this.attempt(post, label, customerId, 0, onAcknowledged);
  }

  private async attempt(
    post: FrontPost,
    label: string,
    customerId: string | null,
    tries: number,
    onAcknowledged: (() => void) | undefined,
  ): Promise<void> {
    const url = post.url ?? this.address();
    // As at Meta: what happens while nobody is subscribed is told to nobody.
    if (this.closed || url === null) return;
    this.underWay += 1;
    const end = this.log.begin({
      direction: 'webhook',
      customerId,
      label: tries === 0 ? label : `${label} (retry ${String(tries)})`,
      method: 'POST',
      path: new URL(url).pathname,
      request: post.raw,
    });
    const answer = await this.exchange(post, url);
    end(answer.status, answer.body);
    if (answer.status !== null && answer.status >= 200 && answer.status <= 299) onAcknowledged?.();
    else this.retryLater(post, label, customerId, tries, onAcknowledged);
    this.underWay -= 1;
    this.wakeIfSettled();
  }

  private retryLater(
    post: FrontPost,
    label: string,
    customerId: string | null,
    tries: number,
    onAcknowledged: (() => void) | undefined,
  ): void {
    const delay = this.retryDelaysMs[tries];
    if (delay === undefined || this.closed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.attempt(post, label, customerId, tries + 1, onAcknowledged);
    }, delay);
    this.timers.add(timer);
  }

  private exchange(
    { raw, headers }: FrontPost,
    url: string,
  ): Promise<{ status: number | null; body: string | null }> {
    const address = new URL(url);
    const secure = address.protocol === 'https:';
    const send = secure ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const request = send(
        address,
        {
          method: 'POST',
          agent: secure ? this.secure : this.plain,
          timeout: timeoutMs,
          headers: { ...headers, 'Content-Length': Buffer.byteLength(raw) },
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => {
            if (body.length < keptAnswer) body += part;
          });
          response.on('end', () => {
            resolve({ status: response.statusCode ?? null, body: body.slice(0, keptAnswer) });
          });
          response.on('error', () => {
            resolve({ status: null, body: null });
          });
        },
      );
      request.on('timeout', () => request.destroy(new Error('timeout')));
      request.on('error', (error) => {
        resolve({ status: null, body: error.message });
      });
      request.end(raw);
    });
  }

  private wakeIfSettled(): void {
    if (this.underWay > 0 || this.timers.size > 0) return;
    for (const wake of this.waiting.splice(0)) wake();
  }

  get busy(): boolean {
    return this.underWay > 0 || this.timers.size > 0;
  }

  /** Resolves once nothing is under way and no retry is waiting. */
  async settled(): Promise<void> {
    if (!this.busy) return;
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  close(): void {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
    this.plain.destroy();
    this.secure.destroy();
    this.wakeIfSettled();
  }
}
