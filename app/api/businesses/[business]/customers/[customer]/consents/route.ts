import { consentBody, customerParams } from '../../../../../../../lib/customers/schema';
import { staffRoute } from '../../../../../../../lib/web/staff-route';
import { noteConsent } from '../../../../../../../lib/workflows/note-consent';

/** What a customer said about messages, at the desk or on the phone. */
export const POST = staffRoute(
  {
    permission: 'customer.change',
    summary: 'Writes down that a customer wants, or does not want, messages of one purpose.',
    params: customerParams,
    body: consentBody,
  },
  async ({ world, scope, actor, params, body }) => {
    await noteConsent(world, scope, { actor, customerId: params.customer, consent: body });
    return undefined;
  },
);
