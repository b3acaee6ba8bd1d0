import {
  serviceFormSchema,
  type ServiceForm,
  type SetupResource,
  type SetupService,
} from '../../lib/catalog/setup/schema';

/** What of a stored service a form holds; the schema leaves the rest out. */
export const serviceFormOf = (service: SetupService): ServiceForm => serviceFormSchema.parse(service);

/** A new service as most clubs and clinics have it, offered by all who could. */
export const freshService = (
  kind: ServiceForm['kind'],
  resources: readonly SetupResource[],
): ServiceForm => ({
  kind,
  name: {},
  description: null,
  aliases: [],
  durationMinutes: kind === 'court' ? [60] : [15],
  stepMinutes: kind === 'court' ? 60 : 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  noticeMinutes: 0,
  horizonDays: 30,
  priceBasis: kind === 'court' ? 'hour' : 'visit',
  pricePaise: 40_000,
  changeNoticeMinutes: kind === 'court' ? 120 : 60,
  reviewHoldMinutes: 10,
  paymentRule: 'venue',
  deposit: null,
  refundRule: { steps: [{ hoursBefore: 2, percent: 100 }] },
  payHoldMinutes: 20,
  offerings: resources.map((one) => ({ resourceId: one.id })),
});
