import { demoBusiness } from '../catalog/demo-business';
import type { Catalog } from '../catalog/types';
import type { Deposit, RefundRule } from '../terms/types';

/** The demo business with courts that are paid beforehand: all of it, or a part. */
export const prepaid = (
  rule: { paymentRule: 'full' } | { paymentRule: 'deposit'; deposit: Deposit } = { paymentRule: 'full' },
  refundRule: RefundRule = {
    steps: [
      { hoursBefore: 24, percent: 100 },
      { hoursBefore: 4, percent: 50 },
    ],
  },
): Catalog => ({
  ...demoBusiness,
  services: demoBusiness.services.map((service) =>
    service.kind === 'court' ? { ...service, ...rule, refundRule } : service,
  ),
});
