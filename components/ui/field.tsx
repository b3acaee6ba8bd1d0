'use client';

import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './class-names';

const control =
  'w-full min-h-11 rounded border border-hairline bg-surface-raised px-3 text-base md:min-h-9 md:text-sm placeholder:text-muted aria-invalid:border-danger disabled:opacity-60';

type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it, in words that say what to do. */
  error?: string | undefined;
  className?: string;
  children: (ids: { id: string; describedBy: string | undefined; invalid: true | undefined }) => ReactNode;
};

/** A control with its name above it and its hint or mistake below, tied together for screen readers. */
export const Field = ({ label, hint, error, className, children }: FieldProps) => {
  const id = useId();
  const noteId = `${id}-note`;
  const note = error ?? hint;
  return (
    <div className={cn('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      {children({ id, describedBy: note ? noteId : undefined, invalid: error ? true : undefined })}
      {note ? (
        <p
          id={noteId}
          className={cn('text-xs', error ? 'text-danger' : 'text-muted')}
          role={error ? 'alert' : undefined}
        >
          {note}
        </p>
      ) : null}
    </div>
  );
};

type Common = { label: ReactNode; hint?: ReactNode; error?: string | undefined; className?: string };

/** One line of text. */
export const TextField = ({ label, hint, error, className, ...rest }: Common & ComponentProps<'input'>) => (
  <Field label={label} hint={hint} error={error} {...(className && { className })}>
    {({ id, describedBy, invalid }) => (
      <input {...rest} id={id} aria-describedby={describedBy} aria-invalid={invalid} className={control} />
    )}
  </Field>
);

/** Several lines of text. */
export const TextArea = ({ label, hint, error, className, ...rest }: Common & ComponentProps<'textarea'>) => (
  <Field label={label} hint={hint} error={error} {...(className && { className })}>
    {({ id, describedBy, invalid }) => (
      <textarea
        rows={3}
        {...rest}
        id={id}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        className={cn(control, 'py-2')}
      />
    )}
  </Field>
);

/** One of a few; the device's own picker, which every phone knows how to show. */
export const SelectField = ({
  label,
  hint,
  error,
  className,
  children,
  ...rest
}: Common & ComponentProps<'select'>) => (
  <Field label={label} hint={hint} error={error} {...(className && { className })}>
    {({ id, describedBy, invalid }) => (
      <select {...rest} id={id} aria-describedby={describedBy} aria-invalid={invalid} className={control}>
        {children}
      </select>
    )}
  </Field>
);

/** A yes or no, with its words beside it. */
export const CheckField = ({ label, hint, className, ...rest }: Common & ComponentProps<'input'>) => (
  <label className={cn('flex min-h-11 items-start gap-3 py-2 md:min-h-9', className)}>
    <input type="checkbox" {...rest} className="mt-1 size-4 shrink-0 accent-(--accent)" />
    <span className="flex flex-col">
      <span className="text-sm">{label}</span>
      {hint ? <span className="text-xs text-muted">{hint}</span> : null}
    </span>
  </label>
);
