import { AppError } from '../../../../../../lib/kernel/app-error';
import { confirmBody, secondFactorOffer } from '../../../../../../lib/tenancy/schema';
import { accountDesk } from '../../../../../../lib/web/account-desk';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { offerSecondFactor, removeSecondFactor } from '../../../../../../lib/workflows/change-account';
import { qrPath } from '../../../../../../lib/web/qr-code';

/** A key for an authenticator app, as a QR code and in letters. */
export const POST = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'Offers a key for a second factor; it counts once a code of it is confirmed.',
    answer: secondFactorOffer,
  },
  async ({ scope, user, actor }) => {
    const offer = await offerSecondFactor(accountDesk(), { user, scope, actor });
    if (!offer) throw new AppError('conflict', 'There is a second factor already.');
    return { secret: offer.secret, ...qrPath(offer.address) };
  },
);

/** The password alone again. */
export const DELETE = staffRoute(
  { permission: 'calendar.view', summary: 'Turns the second factor off.', body: confirmBody },
  async ({ scope, user, actor, body }) => {
    const done = await removeSecondFactor(accountDesk(), { user, scope, actor }, body.password);
    if (done.ok) return undefined;
    const fields = [{ path: 'password', message: done.reason }];
    throw new AppError('invalid', 'The password is not right.', fields);
  },
);
