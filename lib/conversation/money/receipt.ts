import { formatDayShort } from '../../i18n/format-day';
import type { LocalText } from '../../kernel/local-text';
import type { OwnPack } from '../../terms/packs';
import { named, say, silent, type Chat, type Turned } from '../chat';
import { encodeChoice } from '../choice';
import { answer, type Option } from '../compose';
import { askWhichBooking } from '../steps/bookings';
import type { BookingFact } from '../types';
import { bookingWords } from '../words';

const menu = (chat: Chat) => [{ id: encodeChoice('menu'), title: say(chat, 'menu.button') }];

/** Sends the receipt of one booking; whether there is one is known when it is asked for. */
export const sendReceipt = (chat: Chat, booking: BookingFact): Turned =>
  silent(chat, [{ kind: 'send-receipt', bookingId: booking.id }]);

/** Of a pack, whoever's it is: that is known when it is asked for. */
export const sendPackReceipt = (chat: Chat, packId: string): Turned =>
  silent(chat, [{ kind: 'send-pack-receipt', packId }]);

/** Packs that cost something, and so have a receipt. */
const soldPacks = (chat: Chat): OwnPack[] => chat.facts.packs.filter(({ pricePaise }) => pricePaise > 0);

const packRow = (chat: Chat, pack: OwnPack): Option => ({
  id: encodeChoice('pack-receipt', { c: pack.id }),
  title: named(chat, pack.name),
  description: say(chat, 'pack.row', { until: formatDayShort(chat.language, pack.endsOn) }),
});

/** The button beside what is left of packs; null where none has cost anything. */
export const packReceiptOption = (chat: Chat): Option | null => {
  const [first, ...others] = soldPacks(chat);
  if (first === undefined) return null;
  const id = encodeChoice('pack-receipt', others.length === 0 ? { c: first.id } : {});
  return { id, title: say(chat, 'payment.receiptButton') };
};

/** Of the one pack there is, or which of several. */
export const askPackReceipt = (chat: Chat): Turned => {
  const [first, ...others] = soldPacks(chat);
  if (first === undefined) return tellNoReceipt(chat);
  if (others.length === 0) return sendPackReceipt(chat, first.id);
  const options = [first, ...others].slice(0, 9).map((pack) => packRow(chat, pack));
  const key = 'pack.which';
  return answer(chat, {}, { key, body: say(chat, key), opener: say(chat, 'mine.opener'), options });
};

const tellNoReceipt = (chat: Chat): Turned => {
  const key = 'payment.noReceiptAny';
  return answer(chat, {}, { key, body: say(chat, key), options: menu(chat) });
};

/** The receipt of a pack follows as a document, or there is none. */
export const tellPackReceipt = (
  chat: Chat,
  { name, coming }: { name: LocalText | null; coming: boolean },
): Turned => {
  if (name === null || !coming) return tellNoReceipt(chat);
  const key = 'pack.receipt';
  return answer(chat, {}, { key, body: say(chat, key, { name: named(chat, name) }) });
};

/** So many packs are named below bookings. */
const mostPacks = 3;

/** "Receipt": of the one booking with a payment or the one pack, or which of several, the latest first. */
export const askReceipt = (chat: Chat): Turned => {
  const paid = chat.facts.bookings.filter(({ keptPaise }) => keptPaise > 0).reverse();
  const subject = paid.find(({ id }) => chat.state.step === 'booking' && id === chat.state.subject);
  const packs = subject === undefined ? soldPacks(chat) : [];
  const [only] = subject === undefined ? paid : [subject];
  if (only === undefined) return askPackReceipt(chat);
  if (subject !== undefined || (paid.length === 1 && packs.length === 0)) return sendReceipt(chat, only);
  const rows = packs.slice(0, mostPacks).map((pack) => packRow(chat, pack));
  return askWhichBooking(chat, paid, 'receipt', rows);
};

/** The receipt follows as a document, or nothing has been paid. */
export const tellReceipt = (chat: Chat, booking: BookingFact, coming: boolean): Turned => {
  const key = coming ? 'payment.receipt' : 'payment.noReceipt';
  const body = say(chat, key, bookingWords(chat, booking));
  return answer(chat, {}, { key, body, ...(coming ? {} : { options: menu(chat) }) });
};
