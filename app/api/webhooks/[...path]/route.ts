import { toResponse } from '../../../../lib/web/answer';
import { answerWebhook } from '../../../../lib/web/webhooks/answer-webhook';
import { callOfRequest } from '../../../../lib/web/webhooks/call-of-request';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

// The web process answers webhooks before they come to Next (webhook-entrance); under Next alone, as in development,
// they come here and are answered by the same function.
const handle = async (request: Request): Promise<Response> =>
  toResponse(await answerWebhook(callOfRequest(request)));

export { handle as GET, handle as POST };
