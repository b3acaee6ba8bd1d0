import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ExchangeLog } from './exchange-log';
import { asciiJson, signature } from './webhook-envelope';

export type WebhookTarget = { url: string; appSecret: string };

const timeoutMs = 20_000;
const keptAnswer = 4_000;

/**
 * Posts signed bodies to the business's webhook as Meta does: again, ever more slowly, until it answers 200.
 * Connections are kept alive. `settled` resolves once nothing is under way or waiting.
 */
export class WebhookPost {
  private readonly url: URL;
  private readonly agent: HttpAgent;
  private readonly timers = new Set<NodeJS.Timeout>();
  private underWay = 0;
  private closed = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly target: WebhookTarget,
    private readonly retryDelaysMs: readonly number[],
    private readonly log: ExchangeLog,
  ) {
    this.url = new URL(target.url);
    const options = { keepAlive: true, maxSockets: 64 };
    this.agent = this.url.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  }

  /** Posts one body. Resolves after the first attempt; retries go on behind. `onAcknowledged` runs at the first 200. */
  async post(
    body: object,
    label: string,
    customerId: string | null,
    onAcknowledged?: () => void,
  ): Promise<void> {
    await this.attempt(asciiJson(body), label, customerId, 0, onAcknowledged);
  }

  private async attempt(
    raw: string,
    label: string,
    customerId: string | null,
    tries: number,
    onAcknowledged: (() => void) | undefined,
  ): Promise<void> {
    if (this.closed) return;
    this.underWay += 1;
    const end = this.log.begin({
      direction: 'webhook',
      customerId,
      label: tries === 0 ? label : `${label} (retry ${String(tries)})`,
      method: 'POST',
      path: this.url.pathname,
      request: raw,
    });
    const answer = await this.exchange(raw);
    end(answer.status, answer.body);
    if (answer.status === 200) onAcknowledged?.();
    else this.retryLater(raw, label, customerId, tries, onAcknowledged);
    this.underWay -= 1;
    this.wakeIfSettled();
  }

  private retryLater(
    raw: string,
    label: string,
    customerId: string | null,
    tries: number,
    onAcknowledged: (() => void) | undefined,
  ): void {
    const delay = this.retryDelaysMs[tries];
    if (delay === undefined || this.closed) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.attempt(raw, label, customerId, tries + 1, onAcknowledged);
    }, delay);
    this.timers.add(timer);
  }

  private exchange(raw: string): Promise<{ status: number | null; body: string | null }> {
    const send = this.url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const request = send(
        this.url,
        {
          method: 'POST',
          agent: this.agent,
          timeout: timeoutMs,
          headers: {
            'Content-Type': 'application/json',
            'Content-Length': Buffer.byteLength(raw),
            'User-Agent': 'facebookexternalua',
            'X-Hub-Signature-256': signature(this.target.appSecret, raw),
          },
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
    this.agent.destroy();
    this.wakeIfSettled();
  }
}
