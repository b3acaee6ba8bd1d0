import type { Jobs } from '../../lib/db/add-job';

/** The words for each task of the background process that concerns one business. */
export const jobKeys = {
  'handle-inbound': 'job_handleInbound',
  'deliver-thread': 'job_deliverThread',
  'offer-places': 'job_offerPlaces',
  'replan-reminders': 'job_replanReminders',
  'handle-account-events': 'job_handleAccountEvents',
  'sync-templates': 'job_syncTemplates',
  'check-channel': 'job_checkChannel',
  'open-payment': 'job_openPayment',
  'check-payment': 'job_checkPayment',
  'nudge-payment': 'job_nudgePayment',
  'end-payment': 'job_endPayment',
  'close-payment': 'job_closePayment',
  'handle-gateway-event': 'job_handleGatewayEvent',
  'send-refund': 'job_sendRefund',
  reconcile: 'job_reconcile',
} as const satisfies Record<Exclude<keyof Jobs, 'send-reset'>, string>;

export const isKnownJob = (name: string): name is keyof typeof jobKeys => name in jobKeys;
