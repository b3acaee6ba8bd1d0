'use client';

import { useState } from 'react';
import { countryName } from '../../lib/i18n/country-name';
import { messagePriceFormSchema } from '../../lib/costs/schema';
import { priceCategories } from '../../lib/messaging/price-list';
import { Button } from '../ui/button';
import { SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useCategoryName } from './use-category-name';
import { useCostChange } from './use-costs';

/** India first, then whence most visitors of a club or clinic in India have their numbers. */
const countries = [
  'IN',
  'AE',
  'AU',
  'CA',
  'DE',
  'FR',
  'GB',
  'LK',
  'MY',
  'OM',
  'QA',
  'SA',
  'SG',
  'US',
] as const;

/** Rupees as typed, in thousandths of a paisa; NaN for what is no amount. */
const milliPaiseOf = (rupees: string): number =>
  /^\d{1,4}(\.\d{1,5})?$/.test(rupees.trim()) ? Math.round(Number(rupees) * 100_000) : NaN;

/** A price of the business's own. */
export const PriceForm = ({ onDone }: { onDone: () => void }) => {
  const t = useText('costs');
  const f = useText('frame');
  const language = useLanguage();
  const nameOf = useCategoryName();
  const [values, setValues] = useState({ country: 'IN', category: 'utility', from: '', rupees: '' });
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const doing = useCostChange();
  const put = (name: keyof typeof values) => ({
    value: values[name],
    onChange: ({ target }: { target: { value: string } }) => {
      setValues({ ...values, [name]: target.value });
    },
  });
  const submit = (): void => {
    const { rupees, ...rest } = values;
    const read = messagePriceFormSchema.safeParse({ ...rest, milliPaise: milliPaiseOf(rupees) });
    setWrong(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])));
    if (read.success) doing.mutate({ method: 'put', path: 'prices', body: read.data }, { onSuccess: onDone });
  };
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <SelectField label={t('country')} {...put('country')}>
        {countries.map((code) => (
          <option key={code} value={code}>
            {countryName(language, code)}
          </option>
        ))}
        <option value="*">{t('allCountries')}</option>
      </SelectField>
      <SelectField label={t('category')} {...put('category')}>
        {priceCategories.map((category) => (
          <option key={category} value={category}>
            {nameOf(category)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={t('priceRupees')}
        hint={t('priceHint')}
        error={wrong.includes('milliPaise') ? t('priceWrong') : undefined}
        inputMode="decimal"
        {...put('rupees')}
      />
      <TextField
        type="date"
        label={t('from')}
        error={wrong.includes('from') ? t('dateWrong') : undefined}
        {...put('from')}
      />
      <div className="flex justify-end">
        <Button look="primary" type="submit" busy={doing.isPending}>
          {f('save')}
        </Button>
      </div>
    </form>
  );
};
