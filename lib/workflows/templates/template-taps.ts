import { encodeChoice } from '../../conversation/choice';
import { exhaustive } from '../../kernel/exhaustive';
import type { TapMeaning } from '../../messaging/template-set/types';

/** What a quick reply of a template brings back, so that the chat does the same as for its own buttons. */
export function tapOf(
  meaning: TapMeaning,
  booking: { id: string; serviceId: string } | null,
  /** One of several: each date is changed by itself. */
  oneOfMany: boolean,
): string {
  if (booking === null) return encodeChoice(meaning === 'staff' || meaning === 'mine' ? meaning : 'menu');
  const b = { b: booking.id };
  switch (meaning) {
    case 'coming':
      return encodeChoice('coming', b);
    case 'move':
    case 'cancel':
      return oneOfMany ? encodeChoice('mine') : encodeChoice(meaning, b);
    case 'again':
      return encodeChoice('set', { s: booking.serviceId });
    case 'accept':
      return encodeChoice('confirm', b);
    case 'decline':
      return encodeChoice('drop', b);
    case 'pay':
    case 'receipt':
      return encodeChoice(meaning, b);
    case 'mine':
    case 'staff':
    case 'menu':
      return encodeChoice(meaning);
    default:
      return exhaustive(meaning);
  }
}
