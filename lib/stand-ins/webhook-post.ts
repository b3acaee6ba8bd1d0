import { setTimeout as wait } from 'node:timers/promises';

export type Delivery = { name: string; body: string; headers: Record<string, string> };

export type Misbehaviour = {
  /** Delivers nothing: the business finds out by looking. */
  drop: boolean;
  /** Delivers everything twice, side by side. */
  twice: boolean;
  /** Keeps deliveries back until `release`, which sends them newest first. */
  hold: boolean;
  /** Signs with a wrong secret. */
  wrongSignature: boolean;
};

export const wellBehaved: Misbehaviour = { drop: false, twice: false, hold: false, wrongSignature: false };

const timeoutMs = 5_000;

/** Posts webhooks, in order, again until answered with a 2xx or out of tries. */
export class WebhookPost {
  misbehaviour = wellBehaved;
  /** Everything that was to be told, delivered or not, oldest first. */
  readonly told: Delivery[] = [];
  private held: Delivery[] = [];
  private line: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly url: string | null,
    private readonly retryDelaysMs: readonly number[],
  ) {}

  post(delivery: Delivery): void {
    this.told.push(delivery);
    if (this.url === null || this.misbehaviour.drop) return;
    if (this.misbehaviour.hold) this.held.push(delivery);
    else this.queue(delivery);
  }

  /** Sends what is held, newest first. */
  release(): void {
    const reversed = this.held.reverse();
    this.held = [];
    for (const each of reversed) this.queue(each);
  }

  private queue(delivery: Delivery): void {
    const times = this.misbehaviour.twice ? 2 : 1;
    this.line = this.line.then(async () => {
      await Promise.all(Array.from({ length: times }, () => this.deliver(delivery)));
    });
  }

  private async deliver({ body, headers }: Delivery): Promise<void> {
    for (const delay of [0, ...this.retryDelaysMs]) {
      if (delay > 0) await wait(delay, undefined, { ref: false });
      if (this.closed || this.url === null) return;
      const signal = AbortSignal.timeout(timeoutMs);
      const taken = await fetch(this.url, { method: 'POST', body, headers, signal }).then(
        (response) => response.ok,
        () => false,
      );
      if (taken) return;
    }
  }

  /** Resolves once nothing is being posted. */
  async settled(): Promise<void> {
    await this.line;
  }

  close(): void {
    this.closed = true;
  }
}
