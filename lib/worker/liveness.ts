import pg from 'pg';
import type { Logger } from 'pino';

const lockOf = "hashtextextended('neram worker ' || $1, 0)";

/** A job young enough may belong to a worker whose sign of life is still on its way. */
const settleSeconds = 3;

/**
 * Proof of life for the queue's lock holder `workerId`: a session-level advisory lock on a connection of its own.
 * When the process dies, however it dies, PostgreSQL drops the lock at once, and others may take its jobs.
 * On the same connection it hears what it is called for: whoever lives listens.
 */
export class Liveness {
  private client: pg.Client | null = null;
  private stopped = false;

  constructor(
    private readonly url: string,
    private readonly workerId: string,
    private readonly log: Logger,
    private readonly listening: { channel: string; hear(call: string): void },
  ) {}

  /** Connects and takes the lock; reconnects by itself until `stop`. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: 'neram worker' });
    client.on('error', (error) => {
      this.log.warn(
        { err: error },
        'the connection that proves this worker alive was lost; connecting again',
      );
      this.client = null;
      this.again();
    });
    client.on('notification', ({ payload = '' }) => {
      this.listening.hear(payload);
    });
    await client.connect();
    await client.query(`SELECT pg_advisory_lock(${lockOf})`, [this.workerId]);
    await client.query(`LISTEN "${this.listening.channel}"`);
    this.client = client;
  }

  private again(): void {
    if (this.stopped) return;
    setTimeout(() => {
      if (this.stopped || this.client) return;
      this.start().catch(() => {
        this.again();
      });
    }, 500).unref();
  }

  /**
   * Gives back the jobs of workers that hold locks in the queue but are no longer alive; without this they
   * would stay locked for four hours. Returns how many workers were found dead.
   */
  async releaseDead(): Promise<number> {
    if (!this.client) return 0;
    const { rows } = await this.client.query<{ worker: string }>(
      `SELECT worker FROM (
         SELECT locked_by AS worker, max(locked_at) AS since FROM graphile_worker._private_jobs
           WHERE locked_by IS NOT NULL GROUP BY 1
         UNION ALL
         SELECT locked_by, max(locked_at) FROM graphile_worker._private_job_queues
           WHERE locked_by IS NOT NULL GROUP BY 1) held
       WHERE worker <> $1 GROUP BY worker HAVING max(since) < now() - make_interval(secs => $2)`,
      [this.workerId, settleSeconds],
    );
    let dead = 0;
    for (const { worker } of rows) {
      const { rows: tried } = await this.client.query<{ free: boolean }>(
        `SELECT pg_try_advisory_lock(${lockOf}) AS free`,
        [worker],
      );
      if (!tried[0]?.free) continue;
      await this.client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [[worker]]);
      await this.client.query(`SELECT pg_advisory_unlock(${lockOf})`, [worker]);
      this.log.warn({ worker }, 'gave back the jobs of a worker that is gone');
      dead += 1;
    }
    return dead;
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end();
    this.client = null;
  }
}
