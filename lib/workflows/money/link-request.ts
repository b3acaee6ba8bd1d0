import type { Booking } from '../../booking/types';
import { getCustomer } from '../../customers/queries';
import type { LinkRequest } from '../../gateways/types';
import { linkTimes } from '../../payments/link-times';
import type { PaymentAttempt } from '../../payments/queries';
import type { BusinessScope } from '../../tenancy/types';
import type { World } from '../types';
import { payPageUrl } from './pay-page-url';

/**
 * What a gateway is asked for: nothing of it says what the visit is about. A retry may be so late that the end first wished
 * for is too near by now; then it ends as soon as the gateway allows.
 */
export async function linkRequest(
  world: World,
  scope: BusinessScope,
  of: { attempt: PaymentAttempt; booking: Booking; minimumLinkMs: number },
): Promise<LinkRequest> {
  const { attempt, booking, minimumLinkMs } = of;
  const { customerId, reference, attendeeName } = booking;
  const customer = customerId && (await getCustomer(world.database.prisma, scope, customerId));
  return {
    reference: attempt.id,
    amountPaise: attempt.amountPaise,
    description: `Booking ${reference}`,
    bookingCode: reference,
    expiresAt: linkTimes(attempt.payBy, world.clock.now(), minimumLinkMs).expiresAt,
    pageUrl: payPageUrl(world, scope, attempt.id),
    payer: {
      name: attendeeName ?? (customer ? (customer.name ?? customer.profileName) : null) ?? reference,
      ...(customer && customer.waId && { phone: `+${customer.waId}` }),
      email: `${reference.toLowerCase()}@${mailDomain(world.publicUrl)}`,
    },
  };
}

/** Some gateways insist on an address; nothing is ever sent to this one by us. */
function mailDomain(publicUrl: string): string {
  const { hostname } = new URL(publicUrl);
  return hostname.includes('.') && !/^[\d.]+$/.test(hostname) ? hostname : 'example.com';
}
