'use client';

import { Controller, type Control } from 'react-hook-form';
import type { Setup } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import type { ReceiptSettingsForm } from '../../lib/receipts/schema';
import { TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { NumberInput } from './fields';

type Props = {
  control: Control<ReceiptSettingsForm, unknown, ReceiptSettingsForm>;
  services: Setup['receipts']['services'];
  disabled: boolean;
};

/** The rate and the code of each court service, in the order of the form's own list. */
export const ReceiptTax = ({ control, services, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  return services.map((service, place) => (
    <fieldset key={service.id} className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">{inLanguage(service.name, language)}</legend>
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <Controller
          control={control}
          name={`services.${place}.gstPercent`}
          render={({ field, fieldState }) => (
            <NumberInput
              label={t('gstPercent')}
              unit="%"
              placeholder={t('gstNone')}
              error={fieldState.invalid ? t('mistakePercent') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name={`services.${place}.sac`}
          render={({ field, fieldState }) => (
            <TextField
              label={t('sac')}
              inputMode="numeric"
              placeholder="999652"
              error={fieldState.invalid ? t('mistakeSac') : undefined}
              disabled={disabled}
              value={field.value ?? ''}
              onChange={(event) => {
                field.onChange(event.target.value.trim() === '' ? null : event.target.value);
              }}
            />
          )}
        />
      </div>
    </fieldset>
  ));
};
