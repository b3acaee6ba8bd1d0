import { AppError } from '../../../../../lib/kernel/app-error';
import { channelOf } from '../../../../../lib/web/channel-lookup';
import { counters } from '../../../../../lib/web/metrics';
import { maxWebhookBytes, readBody } from '../../../../../lib/web/read-body';
import { route } from '../../../../../lib/web/route';
import { receiveWebhook } from '../../../../../lib/workflows/receive-webhook';

export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ channelKey: string }> };

/** Meta's check of the address: the challenge goes back as plain text. */
export const GET = route<Context>(async (world, request, { params }) => {
  const channel = await channelOf(world, (await params).channelKey);
  const query = new URL(request.url).searchParams;
  const challenge = world.adapterOf(channel.provider).verifyAddress(world.connectionOf(channel), query);
  if (challenge === null)
    throw new AppError('forbidden', 'hub.mode or hub.verify_token is not what this channel expects.');
  return new Response(challenge, { headers: { 'content-type': 'text/plain' } });
});

/** Events. 200 only once every one of them is stored. */
export const POST = route<Context>(async (world, request, { params }) => {
  const channel = await channelOf(world, (await params).channelKey);
  const body = await readBody(request, maxWebhookBytes);
  const outcome = await receiveWebhook(world, channel, body, request.headers);
  counters.webhooks.inc({ provider: channel.provider, outcome: outcome.kind });
  switch (outcome.kind) {
    case 'stored':
      return new Response('', { status: 200 });
    case 'bad-signature':
      throw new AppError('unauthenticated', 'X-Hub-Signature-256 is missing or does not match the body.');
    case 'unreadable':
      throw new AppError('invalid', outcome.why);
  }
});
