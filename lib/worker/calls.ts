import type { Logger } from 'pino';
import type { Jobs } from '../db/add-job';

type Call = Jobs['handle-inbound'];

/**
 * Works on what this worker is called for: one sender's messages at a time, `atOnce` senders side by side, in the order of
 * the calls. A call that fails is only logged: what it was about still waits in its row, and the sweep finds it.
 */
export class Calls {
  /** By the call's text: who calls again while they wait is in the line already. */
  private readonly waiting = new Set<string>();
  /** Whether those who are being answered have called again meanwhile. */
  private readonly running = new Map<string, boolean>();
  private idle: (() => void) | null = null;

  constructor(
    private readonly atOnce: number,
    private readonly log: Logger,
    private readonly work: (call: Call) => Promise<void>,
  ) {}

  /** `call` is the notification's text, the same for the same sender. */
  hear(call: string): void {
    if (this.running.has(call)) this.running.set(call, true);
    else this.waiting.add(call);
    this.next();
  }

  /** Resolves once everything heard so far is done. */
  async settled(): Promise<void> {
    if (this.running.size > 0) await new Promise<void>((resolve) => (this.idle = resolve));
  }

  private next(): void {
    for (const call of this.waiting) {
      if (this.running.size >= this.atOnce) return;
      this.waiting.delete(call);
      this.running.set(call, false);
      void this.run(call);
    }
  }

  private async run(call: string): Promise<void> {
    try {
      // Written by the inbox's statement, typed by `Jobs`.
      await this.work(JSON.parse(call) as Call);
    } catch (error) {
      this.log.error({ err: error, call }, 'a call failed; its message will be found again');
    }
    if (this.running.get(call)) this.waiting.add(call);
    this.running.delete(call);
    this.next();
    if (this.running.size === 0) this.idle?.();
  }
}
