'use client';

import { CheckField } from '../ui/field';
import { useText } from '../words';
import { LengthsInput, MoneyInput, NumberInput } from './fields';

/** Terms of one pair of service and resource, as far as they differ from the service's. */
export type Terms = { id: string; durationMinutes?: number[]; stepMinutes?: number; pricePaise?: number };

type Props = {
  legend: string;
  hint: string;
  choices: readonly { id: string; name: string }[];
  value: readonly Terms[];
  onChange: (value: Terms[]) => void;
  disabled: boolean;
};

/** The terms with one of them set, or taken out where null. */
const withTerm = (
  terms: Terms,
  key: 'durationMinutes' | 'stepMinutes' | 'pricePaise',
  value: number | number[] | null,
): Terms => {
  const others = Object.entries(terms).filter(([name]) => name !== key);
  return { ...Object.fromEntries(others), id: terms.id, ...(value !== null && { [key]: value }) };
};

/** Which services a court or doctor offers (or who offers a service), each with own length, step and price if wanted. */
export const OfferingsInput = ({ legend, hint, choices, value, onChange, disabled }: Props) => {
  const t = useText('setup');
  const change = (next: Terms): void => {
    onChange(value.map((one) => (one.id === next.id ? next : one)));
  };
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 text-sm font-semibold">{legend}</legend>
      <p className="text-xs text-muted">{hint}</p>
      <ul className="mt-1 divide-y divide-hairline">
        {choices.map(({ id, name }) => {
          const terms = value.find((one) => one.id === id);
          return (
            <li key={id} className="py-1">
              <CheckField
                label={name}
                checked={terms !== undefined}
                onChange={() => {
                  onChange(terms ? value.filter((one) => one.id !== id) : [...value, { id }]);
                }}
              />
              {terms ? (
                <details className="ml-7 pb-2" open={Object.keys(terms).length > 1}>
                  <summary className="min-h-8 cursor-pointer text-sm text-accent">{t('ownTerms')}</summary>
                  <div className="mt-2 flex flex-col gap-4">
                    <LengthsInput
                      label={t('ownLengths')}
                      hint={t('ownEmpty')}
                      value={terms.durationMinutes ?? []}
                      onChange={(lengths) => {
                        change(withTerm(terms, 'durationMinutes', lengths.length > 0 ? lengths : null));
                      }}
                    />
                    <div className="flex flex-wrap gap-4">
                      <NumberInput
                        label={t('ownStep')}
                        unit={t('unitMinutes')}
                        value={terms.stepMinutes ?? null}
                        onChange={(step) => {
                          change(withTerm(terms, 'stepMinutes', step));
                        }}
                      />
                      <MoneyInput
                        label={t('ownPrice')}
                        value={terms.pricePaise ?? null}
                        onChange={(price) => {
                          change(withTerm(terms, 'pricePaise', price));
                        }}
                      />
                    </div>
                  </div>
                </details>
              ) : null}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
};
