'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, type DefaultValues, type FieldValues } from 'react-hook-form';
import type { z } from 'zod';

type Stored = { revision: string };

/**
 * A form over one stored row. It keeps the revision it was filled from: when the row's own moves on, somebody else
 * has saved it (`stale`), and saving would be refused until `reload` fills in what is stored now.
 */
export function useFormOf<Form extends FieldValues>(input: {
  schema: z.ZodType<Form, Form>;
  values: Form;
  stored: Stored | null;
  conflict: boolean;
}) {
  const { schema, values, stored, conflict } = input;
  const [revision, setRevision] = useState(stored?.revision ?? '');
  const form = useForm<Form, unknown, Form>({
    resolver: zodResolver(schema),
    // The whole form is given, so that nothing of it is only partly filled.
    defaultValues: values as DefaultValues<Form>,
  });
  return {
    form,
    revision,
    stale: stored !== null && (conflict || stored.revision !== revision) && form.formState.isDirty,
    /** What is stored now, or has just been saved, is the new beginning. */
    reload: (): void => {
      form.reset(values);
      setRevision(stored?.revision ?? '');
    },
    wrong: form.formState.isSubmitted && !form.formState.isValid,
  };
}
