'use client';

import { Controller, useWatch } from 'react-hook-form';
import { toast } from 'sonner';
import { receiptSettingsForm } from '../../lib/receipts/schema';
import { useStaff } from '../frame/staff-context';
import { TextField } from '../ui/field';
import { useText } from '../words';
import { EditFrame } from './edit-frame';
import { Part } from './notices';
import { ReceiptTax } from './receipt-tax';
import { useEdited } from './use-edited';
import { useFormOf } from './use-form-of';
import { useSave } from './use-save';
import { useSetup } from './use-setup';

/** What is typed, or null where nothing is. */
const typedOrNull = (typed: string): string | null => (typed.trim() === '' ? null : typed);

/** What is printed on receipts: the name and number of the business, and the tax in its prices. */
export const ReceiptsPart = () => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const { receipts } = useSetup();
  const { edit } = useEdited();
  const save = useSave(() => {
    toast(frame('saved'));
  });
  const { services, revision: stored, ...issuer } = receipts;
  const { form, revision, stale, reload, wrong } = useFormOf({
    schema: receiptSettingsForm,
    values: {
      ...issuer,
      services: services.map(({ id, gstPercent, sac }) => ({ id, gstPercent, sac })),
    },
    stored: receipts,
    conflict: save.conflict,
  });
  // Saved by us, or by somebody else while nothing was typed here: this is the new beginning.
  if (stored !== revision && !save.isPending && (save.isSuccess || !form.formState.isDirty)) {
    save.reset();
    reload();
  }
  const submit = form.handleSubmit((values) => {
    save.mutate({ method: 'put', path: 'setup/receipts', body: { ...values, revision } });
  });
  const { control } = form;
  const [gstin, prefix] = useWatch({ control, name: ['gstin', 'prefix'] });
  const disabled = !may('setup.change');
  return (
    <EditFrame
      title={t('page_receipts')}
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
    >
      <Part title={t('receiptsIssuer')} lead={t('receiptsIssuerLead')}>
        <Controller
          control={control}
          name="legalName"
          render={({ field, fieldState }) => (
            <TextField
              label={t('legalName')}
              hint={t('legalNameHint')}
              error={fieldState.invalid ? t('mistakeName') : undefined}
              maxLength={150}
              disabled={disabled}
              value={field.value ?? ''}
              onChange={(event) => {
                field.onChange(typedOrNull(event.target.value));
              }}
            />
          )}
        />
        <Controller
          control={control}
          name="gstin"
          render={({ field, fieldState }) => (
            <TextField
              label={t('gstin')}
              hint={t('gstinHint')}
              error={fieldState.invalid ? t('mistakeGstin') : undefined}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              disabled={disabled}
              value={field.value ?? ''}
              onChange={(event) => {
                field.onChange(typedOrNull(event.target.value));
              }}
            />
          )}
        />
        <Controller
          control={control}
          name="prefix"
          render={({ field, fieldState }) => (
            <TextField
              {...field}
              label={t('receiptPrefix')}
              hint={t('receiptPrefixHint', { sample: `${prefix.trim().toUpperCase()}/26-27/0001` })}
              error={fieldState.invalid ? t('mistakePrefix') : undefined}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              maxLength={3}
              disabled={disabled}
            />
          )}
        />
      </Part>
      {gstin === null ? null : (
        <Part
          title={t('receiptsTax')}
          lead={t(services.length === 0 ? 'receiptsNoCourts' : 'receiptsTaxLead')}
        >
          <ReceiptTax control={control} services={services} disabled={disabled} />
        </Part>
      )}
    </EditFrame>
  );
};
