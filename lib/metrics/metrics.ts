import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** From a message's storing to its answer; chat answers take tens of milliseconds, what waits for a provider longer. */
const replySeconds = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300];
const webhookSeconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'neram_' });
  return {
    registry,
    webhooks: new Counter({
      name: 'neram_webhooks_total',
      help: 'Webhooks received, by provider and outcome (stored, bad-signature, unreadable, …)',
      labelNames: ['provider', 'outcome'] as const,
      registers,
    }),
    webhookAnswers: new Histogram({
      name: 'neram_webhook_seconds',
      help: 'Time to answer a webhook, by the name in its address and the HTTP status; 5xx was not stored and comes again',
      labelNames: ['door', 'status'] as const,
      buckets: webhookSeconds,
      registers,
    }),
    replies: new Histogram({
      name: 'neram_reply_seconds',
      help: 'Time from a customer’s message to its answer at the provider',
      buckets: replySeconds,
      registers,
    }),
    sent: new Counter({
      name: 'neram_messages_sent_total',
      help: 'Messages that a provider has taken',
      labelNames: ['provider'] as const,
      registers,
    }),
    sendFailures: new Counter({
      name: 'neram_send_failures_total',
      help: 'Messages that were not taken, by kind of failure and what is done about it (retry, await-status, pause-channel, give-up)',
      labelNames: ['provider', 'kind', 'then'] as const,
      registers,
    }),
    databaseUp: new Gauge({
      name: 'neram_database_up',
      help: '1 if the figures below could be read from the database',
      registers,
    }),
    jobs: new Gauge({
      name: 'neram_jobs',
      help: 'Jobs of the queue: ready (due, nobody at it), running, later (not due yet), failed (tried for the last time)',
      labelNames: ['state'] as const,
      registers,
    }),
    failedJobs: new Gauge({
      name: 'neram_failed_jobs',
      help: 'Jobs that were tried for the last time, by name',
      labelNames: ['job'] as const,
      registers,
    }),
    oldestJob: new Gauge({
      name: 'neram_oldest_job_seconds',
      help: 'How long the job that has waited longest has been due',
      registers,
    }),
    waiting: new Gauge({
      name: 'neram_waiting',
      help: 'What waits to be worked on: messages in, statuses, messages out, gateway_events',
      labelNames: ['of'] as const,
      registers,
    }),
    oldestWaiting: new Gauge({
      name: 'neram_oldest_waiting_seconds',
      help: 'Age of the oldest of these',
      labelNames: ['of'] as const,
      registers,
    }),
    workers: new Gauge({
      name: 'neram_workers',
      help: 'Worker processes that have shown themselves within 30 seconds',
      registers,
    }),
    holds: new Gauge({
      name: 'neram_holds',
      help: 'Slots kept for a customer: live, and overdue (their time passed more than two minutes ago)',
      labelNames: ['state'] as const,
      registers,
    }),
    paymentsUnconfirmed: new Gauge({
      name: 'neram_payments_unconfirmed',
      help: 'Money that has arrived and is not decided on within two minutes, or that needs a person, by disposition',
      labelNames: ['disposition'] as const,
      registers,
    }),
    paymentsOpen: new Gauge({
      name: 'neram_payments_open',
      help: 'Payment links that somebody may pay now',
      registers,
    }),
    differences: new Gauge({
      name: 'neram_reconciliation_differences',
      help: 'Differences between a gateway and our books that nobody has mended, by kind',
      labelNames: ['kind'] as const,
      registers,
    }),
    calendars: new Gauge({
      name: 'neram_calendars',
      help: 'Outside calendars that are linked: well, and unwell (access withdrawn, not found, out of quota)',
      labelNames: ['state'] as const,
      registers,
    }),
    calendarLag: new Gauge({
      name: 'neram_calendar_lag_seconds',
      help: 'How long ago the calendar that is furthest behind was told of all bookings',
      registers,
    }),
    channelsPaused: new Gauge({
      name: 'neram_channels_paused',
      help: 'WhatsApp numbers that send nothing until something is mended',
      registers,
    }),
    chatsUnanswered: new Gauge({
      name: 'neram_chats_unanswered',
      help: 'Chats whose customer has no answer and nobody has looked yet: unanswered (silence for ten minutes), delivery-failed (it was given up), fault (it could not be made)',
      labelNames: ['reason'] as const,
      registers,
    }),
  };
}

// Next may load a module once per route; the registry must be one per process.
const holder = globalThis as typeof globalThis & { neramMetrics?: ReturnType<typeof createMetrics> };

/** What this process counts, and the gauges that are read from the database when they are asked for. */
export const metrics = (holder.neramMetrics ??= createMetrics());
