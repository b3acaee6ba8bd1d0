import { formatMoney } from '../../lib/i18n/format-money';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import type { PackOffer } from '../../lib/packs/types';
import type { PackKind } from '../../lib/terms/packs';
import { useLanguage, useText } from '../words';

type Sized = { kind: PackKind; quantity: number | null; memberPercent: number | null };

/** How packs are written: their amounts in hours or visits, and an offer in one line. */
export function usePackWords() {
  const t = useText('packs');
  const language = useLanguage();
  const minutesOf = (total: number): string => {
    const hours = Math.floor(total / 60);
    const minutes = total % 60;
    if (minutes === 0) return t('hours', { hours });
    return hours === 0 ? t('minutes', { minutes }) : t('hoursMinutes', { hours, minutes });
  };
  const amount = (kind: PackKind, value: number): string => {
    const size = Math.abs(value);
    const words = kind === 'hours' ? minutesOf(size) : t('visits', { count: size });
    return value < 0 ? `−${words}` : words;
  };
  const size = ({ kind, quantity, memberPercent }: Sized): string =>
    kind === 'membership' ? t('less', { percent: memberPercent ?? 0 }) : amount(kind, quantity ?? 0);
  return {
    amount,
    size,
    nameOf: (text: LocalText): string => inLanguage(text, language),
    line: (offer: PackOffer): string =>
      [size(offer), formatMoney(offer.pricePaise), t('days', { count: offer.validDays })].join(' · '),
  };
}
