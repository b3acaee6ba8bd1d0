const pairIntervalMs = 6_000;
const pairBurst = 45;

/**
 * One message per 6 s to one user, up to 45 in a burst that is borrowed from later quota.
 * Kept as the instant at which the quota is paid back, so a quiet user costs no memory after a sweep.
 * Source: reference §3.5.
 */
export class PairRate {
  private readonly paidBackAt = new Map<string, number>();

  /** Takes one message if allowed; false means 131056. */
  take(user: string, nowMs: number): boolean {
    const paidBack = Math.max(this.paidBackAt.get(user) ?? 0, nowMs);
    if (paidBack - nowMs > (pairBurst - 1) * pairIntervalMs) return false;
    this.paidBackAt.set(user, paidBack + pairIntervalMs);
    if (this.paidBackAt.size > 20_000) this.sweep(nowMs);
    return true;
  }

  private sweep(nowMs: number): void {
    for (const [user, at] of this.paidBackAt) if (at <= nowMs) this.paidBackAt.delete(user);
  }
}

/** Messages per second of the whole number, in and out together. Source: reference §3.5. */
export class Throughput {
  private second = -1;
  private used = 0;

  constructor(private readonly perSecond: number) {}

  /** Counts a message of a customer; those are never refused. */
  count(nowMs: number): void {
    this.roll(nowMs);
    this.used += 1;
  }

  /** Takes one message if allowed; false means 130429. */
  take(nowMs: number): boolean {
    this.roll(nowMs);
    if (this.used >= this.perSecond) return false;
    this.used += 1;
    return true;
  }

  private roll(nowMs: number): void {
    const second = Math.floor(nowMs / 1000);
    if (second === this.second) return;
    this.second = second;
    this.used = 0;
  }
}
