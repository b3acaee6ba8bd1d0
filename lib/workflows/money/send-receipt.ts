import { findBooking } from '../../booking/queries';
import type { Booking } from '../../booking/types';
import { spokenLanguage } from '../../conversation/language-of';
import { readState } from '../../conversation/state';
import type { OutcomeEvent } from '../../conversation/types';
import { receiptTitle } from '../../documents/receipt-pdf';
import { formatMoney } from '../../i18n/format-money';
import { receiptText } from '../../i18n/receipt-text';
import type { Language } from '../../kernel/local-text';
import { localTextSchema } from '../../kernel/local-text-schema';
import { isUuid } from '../../kernel/uuid';
import type { ChannelProvider } from '../../messaging/providers';
import type { OutboundMessage } from '../../messaging/types';
import { findPack } from '../../packs/queries';
import type { Receipt } from '../../payments/receipts/queries';
import { getChannel } from '../../tenancy/queries';
import type { BusinessScope } from '../../tenancy/types';
import { bookingFact } from '../booking-fact';
import type { EffectContext } from '../effect-context';
import type { World } from '../types';
import { issueReceipt } from './issue-receipt';
import { receiptFileName, receiptLink } from './receipt-file';

/**
 * Sends a customer the documents of their own booking in the language they write in, issuing those that are due; each follows as a message of its own
 * after what the turn says. The outcome says whether any follows: none does where nothing has been paid.
 */
export async function sendReceipt(context: EffectContext, booking: Booking): Promise<OutcomeEvent> {
  const { world, tx, scope } = context;
  const receipts = await issueReceipt(world, tx, scope, { bookingId: booking.id });
  await sendAll(context, receipts, { bookingId: booking.id });
  const after = (await findBooking(tx, scope, booking.id)) ?? booking;
  return { kind: 'receipt', booking: bookingFact(world, scope, after), coming: receipts.length > 0 };
}

/** The same of a pack of theirs; nothing comes for one that is somebody else's, or that cost nothing. */
export async function sendPackReceipt(context: EffectContext, packId: string): Promise<OutcomeEvent> {
  const { world, tx, scope, customer } = context;
  const pack = isUuid(packId) ? await findPack(tx, scope, packId) : null;
  if (pack?.customerId !== customer.id) return { kind: 'pack-receipt', name: null, coming: false };
  const receipts = await issueReceipt(world, tx, scope, { packId });
  await sendAll(context, receipts, {});
  return { kind: 'pack-receipt', name: localTextSchema.parse(pack.name), coming: receipts.length > 0 };
}

async function sendAll(
  { world, tx, scope, thread, facts, sayLater }: EffectContext,
  receipts: readonly Receipt[],
  of: { bookingId?: string },
): Promise<void> {
  const language = spokenLanguage(readState(thread.state), facts);
  const { provider } = await getChannel(tx, scope, thread.channelId);
  for (const receipt of receipts) {
    const content = receiptMessage(world, scope, { receipt, language, provider });
    sayLater({ label: 'receipt', content, ...of });
  }
}

/**
 * A document as a message: the file itself where WhatsApp can fetch it, otherwise words with its link. The simulator shows
 * what it is given and fetches nothing.
 * Source: Meta, media by link: public, HTTPS.
 */
export function receiptMessage(
  world: Pick<World, 'publicUrl' | 'signLink'>,
  scope: BusinessScope,
  of: { receipt: Receipt; language: Language; provider: ChannelProvider },
): OutboundMessage {
  const { receipt, language, provider } = of;
  const { number, amountPaise } = receipt.snapshot;
  const url = receiptLink(world, scope, { id: receipt.id, language });
  const caption = receiptText(language)('caption', {
    title: receiptTitle(receipt.snapshot, language),
    number,
    amount: formatMoney(amountPaise),
  });
  const isFetched = provider === 'simulator' || url.startsWith('https:');
  return isFetched
    ? { kind: 'document', url, filename: receiptFileName(receipt), caption }
    : { kind: 'text', body: `${caption}\n${url}` };
}
