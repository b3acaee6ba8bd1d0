'use client';

import { Controller, type Control } from 'react-hook-form';
import type { ServiceForm, SetupResource } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { LengthsInput, LocalTextInput, MoneyInput, WordsInput } from './fields';
import { OfferingsInput } from './offerings-input';

type Props = {
  control: Control<ServiceForm, unknown, ServiceForm>;
  kind: ServiceForm['kind'];
  resources: readonly SetupResource[];
  disabled: boolean;
};

/** What a service is called, how long it takes, what it costs and who offers it. */
export const ServiceFields = ({ control, kind, resources, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const court = kind === 'court';
  return (
    <>
      <Controller
        control={control}
        name="name"
        render={({ field, fieldState }) => (
          <LocalTextInput
            label={t('name')}
            hint={t(court ? 'nameHintCourtService' : 'nameHintConsultation')}
            error={fieldState.invalid ? t('mistakeName') : undefined}
            disabled={disabled}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="description"
        render={({ field, fieldState }) => (
          <LocalTextInput
            long
            label={t('description')}
            hint={t('descriptionHint')}
            error={fieldState.invalid ? t('mistakeName') : undefined}
            disabled={disabled}
            value={field.value ?? {}}
            onChange={(text) => {
              field.onChange(Object.keys(text).length > 0 ? text : null);
            }}
          />
        )}
      />
      <Controller
        control={control}
        name="aliases"
        render={({ field, fieldState }) => (
          <WordsInput
            label={t('aliases')}
            hint={t(court ? 'aliasesHintService' : 'aliasesHintConsultation')}
            error={fieldState.invalid ? t('mistakeWords') : undefined}
            disabled={disabled}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="durationMinutes"
        render={({ field, fieldState }) => (
          <LengthsInput
            label={t('lengths')}
            hint={t('lengthsHint')}
            error={fieldState.invalid ? t('mistakeLengths') : undefined}
            disabled={disabled}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Controller
          control={control}
          name="pricePaise"
          render={({ field, fieldState }) => (
            <MoneyInput
              label={t('price')}
              hint={t('priceHint')}
              error={fieldState.invalid ? t('mistakePrice') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={(value) => {
                field.onChange(value ?? Number.NaN);
              }}
            />
          )}
        />
        <Controller
          control={control}
          name="priceBasis"
          render={({ field }) => (
            <SelectField {...field} label={t('priceBasis')} disabled={disabled}>
              <option value="hour">{t('basisHour')}</option>
              <option value="visit">{t('basisVisit')}</option>
            </SelectField>
          )}
        />
      </div>
      <Controller
        control={control}
        name="offerings"
        render={({ field }) => (
          <OfferingsInput
            legend={t('offerers')}
            hint={t('offerersHint')}
            disabled={disabled}
            choices={resources.map((one) => ({ id: one.id, name: inLanguage(one.name, language) }))}
            value={field.value.map(({ resourceId, ...terms }) => ({ id: resourceId, ...terms }))}
            onChange={(next) => {
              field.onChange(next.map(({ id, ...terms }) => ({ resourceId: id, ...terms })));
            }}
          />
        )}
      />
    </>
  );
};
