import { encodeChoice } from '../conversation/choice';
import { transaction } from '../db/transaction';
import { finishEvent } from '../inbox/commands/finish-event';
import { translate } from '../i18n/translate';
import { notice } from '../live/publish';
import type { InboundMessage } from '../messaging/types';
import type { Channel } from '../tenancy/queries';
import { getBusiness } from '../tenancy/queries';
import { flagThread } from '../threads/commands/hand-over';
import { openThread } from '../threads/commands/open-thread';
import { saveTurn } from '../threads/commands/save-turn';
import { meetCustomer } from './meet-customer';
import type { World } from './types';

/**
 * The way out when a message could not be handled however often it was tried: the customer is told and can
 * start afresh or reach staff, staff see the chat flagged, and the messages behind it go on.
 */
export async function answerFault(
  world: World,
  channel: Channel,
  eventId: string,
  message: InboundMessage,
): Promise<void> {
  const { scope } = channel;
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    if (!(await finishEvent(tx, scope, { id: eventId, status: 'failed', error: 'gave up', now }))) return;
    const customer = await meetCustomer(tx, world, scope, message.sender);
    const business = await getBusiness(tx, scope);
    const language = customer.language ?? business.defaultLanguage;
    const sender = { channelId: channel.id, customerId: customer.id, sentAt: message.sentAt, now };
    const thread = await openThread(tx, scope, sender);
    await saveTurn(tx, scope, {
      channelId: channel.id,
      threadId: thread.id,
      firstPosition: thread.nextPosition,
      state: null,
      now,
      notice: notice(scope, [{ kind: 'chats', id: thread.id }]),
      messages: [
        {
          direction: 'in',
          effectId: eventId,
          label: message.content.kind,
          content: message.content,
          providerMessageId: message.externalId,
          at: message.sentAt,
        },
        {
          direction: 'out',
          effectId: `${eventId}:fault`,
          purpose: 'asked-for',
          label: 'fault.body',
          expiresAt: null,
          content: {
            kind: 'buttons',
            body: translate(language, 'fault.body'),
            buttons: [
              { id: encodeChoice('menu'), title: translate(language, 'menu.button') },
              { id: encodeChoice('staff'), title: translate(language, 'staff.button') },
            ],
          },
        },
      ],
    });
    await flagThread(tx, scope, { threadId: thread.id, reason: 'fault' });
  });
}
