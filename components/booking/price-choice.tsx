'use client';

import { formatMoney } from '../../lib/i18n/format-money';
import { RadioGroup } from '../ui/radio-group';
import { useText } from '../words';

/** What a booking costs at its new time. */
export type PriceChoice = 'keep' | 'new';

/** At another time of the same length the customer owes what was agreed; a longer or shorter one has a price of its own. */
export const usualPrice = (isSameLength: boolean): PriceChoice => (isSameLength ? 'keep' : 'new');

type Props = { was: number; becomes: number; choice: PriceChoice; onChoose: (choice: PriceChoice) => void };

/** Asked only where the new time costs something else. */
export const PriceQuestion = ({ was, becomes, choice, onChoose }: Props) => {
  const t = useText('bookings');
  if (was === becomes) return null;
  return (
    <RadioGroup
      label={t('priceOfNewTime')}
      value={choice}
      onChange={onChoose}
      options={[
        { value: 'keep', label: t('priceKept', { price: formatMoney(was) }) },
        { value: 'new', label: t('priceNew', { price: formatMoney(becomes) }) },
      ]}
    />
  );
};
