import { z } from 'zod';
import { AppError } from '../../../../../../lib/kernel/app-error';
import { languages } from '../../../../../../lib/kernel/local-text';
import { pdfAnswer } from '../../../../../../lib/web/pdf-answer';
import { staffRoute } from '../../../../../../lib/web/staff-route';
import { receiptFile } from '../../../../../../lib/workflows/money/receipt-file';

const file = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.pdf$/);

export const GET = staffRoute(
  {
    permission: 'booking.view',
    summary: 'A receipt as a PDF file, `{id}.pdf`; in the language of the reader where none is named.',
    params: z.object({ file }),
    query: z.object({ language: z.enum(languages).exactOptional() }),
  },
  async ({ world, scope, membership, params, query, language }) => {
    const found = await receiptFile(world.database.prisma, scope, {
      id: params.file.slice(0, -'.pdf'.length),
      language: query.language ?? language,
      within: membership.resourceId,
    });
    if (!found) throw new AppError('not-found', 'There is no such receipt.');
    return pdfAnswer(found);
  },
);
