'use client';

import { Controller, type Control } from 'react-hook-form';
import type { ResourceForm, SetupService } from '../../lib/catalog/setup/schema';
import { inLanguage, type LocalText } from '../../lib/kernel/local-text';
import { useLanguage, useText } from '../words';
import { LocalTextInput, NumberInput, WordsInput } from './fields';
import { OfferingsInput } from './offerings-input';

type Props = {
  control: Control<ResourceForm, unknown, ResourceForm>;
  kind: 'court' | 'doctor';
  services: readonly SetupService[];
  disabled: boolean;
};

const orNull = (text: LocalText): LocalText | null => (Object.keys(text).length > 0 ? text : null);

/** Every field of a court or a doctor, each with plain words and an example. */
export const ResourceFields = ({ control, kind, services, disabled }: Props) => {
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
            hint={t(court ? 'nameHintCourt' : 'nameHintDoctor')}
            error={fieldState.invalid ? t('mistakeName') : undefined}
            disabled={disabled}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="detail"
        render={({ field, fieldState }) => (
          <LocalTextInput
            label={t(court ? 'detailCourt' : 'detailDoctor')}
            hint={t(court ? 'detailHintCourt' : 'detailHintDoctor')}
            error={fieldState.invalid ? t('mistakeName') : undefined}
            disabled={disabled}
            value={field.value ?? {}}
            onChange={(text) => {
              field.onChange(orNull(text));
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
            hint={t(court ? 'aliasesHintCourt' : 'aliasesHintDoctor')}
            error={fieldState.invalid ? t('mistakeWords') : undefined}
            disabled={disabled}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <Controller
        control={control}
        name="capacity"
        render={({ field, fieldState }) => (
          <NumberInput
            label={t('capacity')}
            hint={t('capacityHint')}
            error={fieldState.invalid ? t('mistakeNumber') : undefined}
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
        name="offerings"
        render={({ field }) => (
          <OfferingsInput
            legend={t('offers')}
            hint={t('offersHint')}
            disabled={disabled}
            choices={services.map((one) => ({ id: one.id, name: inLanguage(one.name, language) }))}
            value={field.value.map(({ serviceId, ...terms }) => ({ id: serviceId, ...terms }))}
            onChange={(next) => {
              field.onChange(next.map(({ id, ...terms }) => ({ serviceId: id, ...terms })));
            }}
          />
        )}
      />
    </>
  );
};
