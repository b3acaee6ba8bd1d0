import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { customerChange, type CustomerChange, type CustomerView } from '../../lib/customers/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { LanguageOptions } from '../language-options';
import { Button } from '../ui/button';
import { SelectField, TextArea, TextField } from '../ui/field';
import { useText } from '../words';
import { useRereadCustomers } from './use-customers';

const valuesOf = (customer: CustomerView): CustomerChange => ({
  name: customer.name ?? customer.profileName ?? '',
  note: customer.note,
  ...(customer.language && { language: customer.language }),
});

/** Name, language and note, as staff keep them. What is not known stays unknown until somebody says it. */
export const CustomerForm = ({ customer }: { customer: CustomerView }) => {
  const { business, may } = useStaff();
  const t = useText('customers');
  const f = useText('frame');
  const reread = useRereadCustomers();
  const { register, handleSubmit, formState, reset } = useForm<CustomerChange>({
    resolver: zodResolver(customerChange),
    defaultValues: valuesOf(customer),
  });
  const { errors, isSubmitting, isDirty, dirtyFields, defaultValues } = formState;
  // What others change shows at once, but never over what is being written here.
  useEffect(() => {
    if (!isDirty) reset(valuesOf(customer));
  }, [customer, isDirty, reset]);
  const replaces = !isSubmitting && dirtyFields.note === true && customer.note !== defaultValues?.note;
  const save = handleSubmit(async (given) => {
    const body = {
      ...(dirtyFields.name && { name: given.name }),
      ...(dirtyFields.note && { note: given.note, noteWas: customer.note }),
      ...(dirtyFields.language && { language: given.language }),
    };
    try {
      await api(business, 'patch', `customers/${customer.id}`, { body });
      await reread();
      reset(given);
      toast(f('saved'));
    } catch (error) {
      const stale = problemOf(error).status === 409;
      if (stale) await reread();
      toast(stale ? t('noteStale') : f('failed'));
    }
  });
  const locked = !may('customer.change');
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        void save(event);
      }}
    >
      <TextField
        label={t('name')}
        {...(customer.profileName && { hint: `${t('whatsappName')}: ${customer.profileName}` })}
        error={errors.name && t('nameWanted')}
        maxLength={100}
        disabled={locked}
        {...register('name')}
      />
      <SelectField
        label={t('language')}
        disabled={locked}
        {...register('language', { setValueAs: (value: string) => value || undefined })}
      >
        {customer.language ? null : <option value="">{t('languageUnknown')}</option>}
        <LanguageOptions />
      </SelectField>
      {replaces ? (
        <p role="status" className="rounded bg-danger-soft px-3 py-2 text-sm break-words whitespace-pre-wrap">
          {t('noteChanged', { note: customer.note || '–' })}
        </p>
      ) : null}
      <TextArea
        label={t('note')}
        hint={t('noteHint')}
        maxLength={2000}
        disabled={locked}
        {...register('note')}
      />
      {isDirty ? (
        <div className="flex justify-end gap-2">
          <Button
            onClick={() => {
              reset();
            }}
          >
            {f('cancel')}
          </Button>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {replaces ? t('noteReplace') : f('save')}
          </Button>
        </div>
      ) : null}
    </form>
  );
};
