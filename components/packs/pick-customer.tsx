import { useDeferredValue, useState } from 'react';
import { formatPhone } from '../format-phone';
import { useCustomerList } from '../customers/use-customers';
import { TextField } from '../ui/field';
import { useText } from '../words';

/** Finds a customer by name or number and picks them. */
export const PickCustomer = ({
  picked,
  onPick,
}: {
  picked: string | null;
  onPick: (id: string | null) => void;
}) => {
  const t = useText('packs');
  const [words, setWords] = useState('');
  const found = useCustomerList(useDeferredValue(words.trim()));
  const people = (found.data?.pages[0]?.customers ?? []).slice(0, 6);
  return (
    <div>
      <TextField
        label={t('customer')}
        type="search"
        placeholder={t('find')}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          onPick(null);
        }}
      />
      <div
        role="radiogroup"
        aria-label={t('customer')}
        className="mt-2 flex flex-col divide-y divide-hairline"
      >
        {people.map((one) => (
          <label key={one.id} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="pack-customer"
              checked={picked === one.id}
              onChange={() => {
                onPick(one.id);
              }}
              className="size-4 accent-(--accent)"
            />
            <span className="min-w-0 flex-1 truncate text-sm">{one.name ?? t('unnamed')}</span>
            <span className="text-sm text-muted">{formatPhone(one.phone)}</span>
          </label>
        ))}
        {found.isSuccess && people.length === 0 ? (
          <p className="py-2 text-sm text-muted">{t('nobody')}</p>
        ) : null}
      </div>
    </div>
  );
};
