import { z } from 'zod';
import { findPhoto } from '../../../../../../lib/catalog/setup/queries';
import { AppError } from '../../../../../../lib/kernel/app-error';
import { staffRoute } from '../../../../../../lib/web/staff-route';

/** A picture never changes under its id, so that a browser need not ask twice. */
export const GET = staffRoute(
  {
    permission: 'calendar.view',
    summary: 'The picture of a court, doctor or service.',
    params: z.object({ photo: z.uuid() }),
  },
  async ({ world, scope, params }) => {
    const photo = await findPhoto(world.database.prisma, scope, params.photo);
    if (!photo) throw new AppError('not-found', 'There is no such picture.');
    return new Response(photo.bytes, {
      headers: {
        'content-type': photo.contentType,
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    });
  },
);
