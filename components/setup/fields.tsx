'use client';

import { useState } from 'react';
import { type LocalText, languageNames, languages, type Language } from '../../lib/kernel/local-text';
import { cn } from '../ui/class-names';
import { Field, TextArea, TextField } from '../ui/field';
import { useText } from '../words';

type Named = { label: string; hint?: string; error?: string | undefined; disabled?: boolean };
type Valued<T> = Named & { value: T; onChange: (value: T) => void };

const withText = (text: LocalText, language: Language, value: string): LocalText => {
  const others = Object.fromEntries(Object.entries(text).filter(([key]) => key !== language));
  return value === '' ? others : { ...others, [language]: value };
};

/** One text in each language; any may stay empty. */
export const LocalTextInput = ({
  label,
  hint,
  error,
  disabled = false,
  value,
  onChange,
  long = false,
}: Valued<LocalText> & { long?: boolean }) => {
  const Input = long ? TextArea : TextField;
  return (
    <fieldset className="flex flex-col gap-2" disabled={disabled}>
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        {languages.map((language) => (
          <Input
            key={language}
            lang={language}
            label={<span className="text-xs font-normal text-muted">{languageNames[language]}</span>}
            value={value[language] ?? ''}
            aria-invalid={error ? true : undefined}
            onChange={(event) => {
              onChange(withText(value, language, event.target.value));
            }}
          />
        ))}
      </div>
      {error ? (
        <p role="alert" className="text-xs text-danger">
          {error}
        </p>
      ) : hint ? (
        <p className="text-xs text-muted">{hint}</p>
      ) : null}
    </fieldset>
  );
};

const box =
  'min-h-11 w-28 rounded border border-hairline bg-surface-raised px-3 text-right text-base md:min-h-9 md:text-sm aria-invalid:border-danger disabled:opacity-60';

type Numeric = Named & {
  /** null: left empty, where that is allowed. */
  value: number | null;
  onChange: (value: number | null) => void;
  unit?: string;
  before?: string;
  placeholder?: string;
  /** Fractions, for money. */
  decimal?: boolean;
};

/** A number with its unit beside it. What cannot be read counts as NaN, so that the form refuses it. */
export const NumberInput = ({
  label,
  hint,
  error,
  disabled = false,
  value,
  onChange,
  unit,
  before,
  placeholder,
  decimal = false,
}: Numeric) => {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null || Number.isNaN(value) ? '' : String(value));
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <span className="flex items-center gap-2">
          {before ? <span className="text-sm text-muted">{before}</span> : null}
          <input
            id={id}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            inputMode={decimal ? 'decimal' : 'numeric'}
            className={box}
            disabled={disabled}
            placeholder={placeholder}
            value={shown}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              onChange(text.trim() === '' ? null : Number(text.replaceAll(',', '')));
            }}
            onBlur={() => {
              setTyped(null);
            }}
          />
          {unit ? <span className="text-sm text-muted">{unit}</span> : null}
        </span>
      )}
    </Field>
  );
};

/** Rupees on the screen, paise in the value. */
export const MoneyInput = ({ value, onChange, ...rest }: Omit<Numeric, 'before' | 'decimal'>) => (
  <NumberInput
    {...rest}
    before="₹"
    decimal
    value={value === null ? null : value / 100}
    onChange={(rupees) => {
      onChange(rupees === null ? null : Math.round(rupees * 100));
    }}
  />
);

/** Words that mean this, separated by commas. */
export const WordsInput = ({ value, onChange, ...rest }: Valued<string[]>) => {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextArea
      {...rest}
      rows={2}
      value={typed ?? value.join(', ')}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(
          event.target.value
            .split(/[,\n]/)
            .map((word) => word.trim())
            .filter((word) => word !== ''),
        );
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
};

const usualLengths = [10, 15, 20, 30, 45, 60, 90, 120];

/** Which lengths customers may choose; the shortest is the usual one. */
export const LengthsInput = ({ label, hint, error, disabled = false, value, onChange }: Valued<number[]>) => {
  const t = useText('setup');
  const choices = [...new Set([...usualLengths, ...value])].sort((a, b) => a - b);
  return (
    <fieldset disabled={disabled} className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map((minutes) => {
          const on = value.includes(minutes);
          return (
            <label
              key={minutes}
              className={cn(
                'inline-flex min-h-11 cursor-pointer items-center rounded border border-hairline px-3 text-sm has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent md:min-h-9',
                on && 'border-accent bg-accent-soft font-semibold text-accent',
              )}
            >
              <input
                type="checkbox"
                className="sr-only"
                checked={on}
                onChange={() => {
                  const next = on ? value.filter((one) => one !== minutes) : [...value, minutes];
                  onChange(next.sort((a, b) => a - b));
                }}
              />
              {on ? <span aria-hidden>✓ </span> : null}
              {t('minutes', { count: minutes })}
            </label>
          );
        })}
      </div>
      {error ? (
        <p role="alert" className="text-xs text-danger">
          {error}
        </p>
      ) : hint ? (
        <p className="text-xs text-muted">{hint}</p>
      ) : null}
    </fieldset>
  );
};
