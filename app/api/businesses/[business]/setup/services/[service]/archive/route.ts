import { z } from 'zod';
import { archivedSchema, archiveSchema } from '../../../../../../../../lib/catalog/setup/schema';
import { staffRoute } from '../../../../../../../../lib/web/staff-route';
import { archiveFromSetup } from '../../../../../../../../lib/workflows/setup/archive-from-setup';

export const POST = staffRoute(
  {
    permission: 'setup.change',
    summary: 'Takes a service out of the offer, or puts it back.',
    params: z.object({ service: z.uuid() }),
    body: archiveSchema,
    answer: archivedSchema,
  },
  ({ body, params, ...editor }) => archiveFromSetup(editor, { kind: 'service', id: params.service, ...body }),
);
