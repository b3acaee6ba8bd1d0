'use client';

import { useRouter } from 'next/navigation';
import { Controller } from 'react-hook-form';
import { toast } from 'sonner';
import { businessFormSchema } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { useStaff } from '../frame/staff-context';
import { LanguageOptions } from '../language-options';
import { SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { EditFrame } from './edit-frame';
import { LocalTextInput, NumberInput } from './fields';
import { MapInput } from './map-input';
import { LivePreview } from './live-preview';
import { Part } from './notices';
import { PhotoInput } from './photo-input';
import { useEdited } from './use-edited';
import { useFormOf } from './use-form-of';
import { useSave } from './use-save';
import { useSetup } from './use-setup';
import { WordingInput } from './wording-input';

/** Name, address, contact, languages and own words of the business. */
export const BusinessPart = () => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const { business } = useSetup();
  const { edit } = useEdited();
  const language = useLanguage();
  const router = useRouter();
  const save = useSave(() => {
    toast(frame('saved'));
  });
  const { form, revision, stale, reload, wrong } = useFormOf({
    schema: businessFormSchema,
    values: businessFormSchema.parse(business),
    stored: business,
    conflict: save.conflict,
  });
  // Saved by us, or by somebody else while nothing was typed here: this is the new beginning.
  if (business.revision !== revision && !save.isPending && (save.isSuccess || !form.formState.isDirty)) {
    save.reset();
    reload();
  }
  const submit = form.handleSubmit((values) => {
    save.mutate({ method: 'put', path: 'setup/business', body: { ...values, revision } });
  });
  const { control } = form;
  const disabled = !may('setup.change');
  return (
    <EditFrame
      title={t('page_business')}
      onBack={() => {
        edit(null);
      }}
      onSubmit={() => void submit()}
      onReload={() => {
        save.reset();
        reload();
      }}
      stale={stale}
      busy={save.isPending}
      wrong={wrong}
      aside={
        <LivePreview
          control={form.control}
          draftOf={(values) => {
            const checked = businessFormSchema.safeParse(values);
            return checked.success ? { kind: 'business', form: checked.data } : null;
          }}
        />
      }
    >
      <PhotoInput
        of={{ kind: 'business' }}
        photoId={business.photoId}
        name={inLanguage(business.name, language)}
        onSaved={() => {
          // The frame around the page shows it, too.
          router.refresh();
        }}
      />
      <Part title={t('page_business')} lead={t('businessLead')}>
        <Controller
          control={control}
          name="name"
          render={({ field, fieldState }) => (
            <LocalTextInput
              label={t('name')}
              error={fieldState.invalid ? t('mistakeName') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="address"
          render={({ field, fieldState }) => (
            <LocalTextInput
              long
              label={t('address')}
              hint={t('addressHint')}
              error={fieldState.invalid ? t('mistakeName') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <Controller
          control={control}
          name="phone"
          render={({ field }) => (
            <TextField
              type="tel"
              label={t('phone')}
              hint={t('phoneHint')}
              disabled={disabled}
              value={field.value ?? ''}
              onChange={(event) => {
                field.onChange(event.target.value.trim() === '' ? null : event.target.value);
              }}
            />
          )}
        />
        <MapInput control={control} setValue={form.setValue} disabled={disabled} />
        <Controller
          control={control}
          name="zone"
          render={({ field, fieldState }) => (
            <TextField
              {...field}
              label={t('zone')}
              hint={t('zoneHint')}
              error={fieldState.invalid ? t('mistakeZone') : undefined}
              disabled={disabled}
            />
          )}
        />
        <Controller
          control={control}
          name="defaultLanguage"
          render={({ field }) => (
            <SelectField
              {...field}
              label={t('defaultLanguage')}
              hint={t('defaultLanguageHint')}
              disabled={disabled}
            >
              <LanguageOptions />
            </SelectField>
          )}
        />
        <Controller
          control={control}
          name="staffIdleMinutes"
          render={({ field, fieldState }) => (
            <NumberInput
              label={t('staffIdle')}
              hint={t('staffIdleHint')}
              unit={t('unitMinutes')}
              error={fieldState.invalid ? t('mistakeNumber') : undefined}
              disabled={disabled}
              value={field.value}
              onChange={(value) => {
                field.onChange(value ?? Number.NaN);
              }}
            />
          )}
        />
      </Part>
      <Part title={t('wording')} lead={t('wordingLead', { sample: '{name}' })}>
        <Controller
          control={control}
          name="wording"
          render={({ field }) => (
            <WordingInput value={field.value} onChange={field.onChange} disabled={disabled} />
          )}
        />
      </Part>
    </EditFrame>
  );
};
