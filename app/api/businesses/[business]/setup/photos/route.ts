import { z } from 'zod';
import { photoFormSchema } from '../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { savePhoto } from '../../../../../../lib/workflows/setup/save-photo';

export const PUT = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Changes or removes the picture of a court, doctor or service.',
    body: photoFormSchema,
    answer: z.object({ photoId: z.uuid().nullable() }),
  },
  async ({ body: { data, ...of }, ...editor }) => {
    const bytes = data === null ? null : new Uint8Array(Buffer.from(data, 'base64'));
    return { photoId: await savePhoto(editor, { ...of, bytes }) };
  },
);
