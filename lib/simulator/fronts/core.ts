import { acceptMessage } from '../accept-message';
import { markRead } from '../mark-read';
import { refuseIfAsked, takeDrop } from '../misbehave';
import { readGraphRequest } from '../read-request';
import { mediaKindOf, sampleMedia } from '../sample-media';
import { GraphError } from '../graph-error';
import type { Simulator } from '../simulator';
import type { FrontCore } from './types';

/** What is behind a front: the phones and WhatsApp's own rules. */
export const coreOf = (simulator: Simulator): FrontCore => {
  const { webhook } = simulator.options;
  return {
    number: webhook,
    webhookUrl: webhook.url,
    businessName: simulator.businessName,
    url: () => simulator.url,
    now: () => simulator.now(),
    templates: {
      list: () => simulator.shelf.list(),
      add: (template) => {
        simulator.shelf.add(template);
      },
      remove: (name, language) => simulator.shelf.drop(name, language),
    },
    send(body) {
      refuseIfAsked(simulator);
      const call = readGraphRequest(JSON.stringify(body));
      if (call.kind === 'read') throw new GraphError(100, 'A message was expected.');
      const accepted = acceptMessage(simulator, call.payload);
      const drop = takeDrop(simulator);
      accepted.send(drop);
      const { wamid, customer, destination } = accepted;
      return {
        wamid,
        waId: destination.kind === 'phone' ? destination.waId : null,
        bsuid: destination.kind === 'bsuid' ? destination.bsuid : null,
        customerId: customer?.id ?? null,
        body: accepted.body,
        drop,
      };
    },
    markRead(messageId, typing) {
      const typingIndicator = typing ? { typing_indicator: { type: 'text' as const } } : {};
      markRead(simulator, {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: messageId,
        ...typingIndicator,
      });
    },
    media(mediaId) {
      const kind = mediaKindOf(mediaId);
      return kind === null ? null : sampleMedia(mediaId, kind);
    },
    message: (wamid) => simulator.book.message(wamid),
    customers: () => simulator.book.listCustomers(),
    tell: (posts, label, customerId) => {
      simulator.dispatch.tell(posts, label, customerId);
    },
  };
};
