'use client';

import { useState, type SubmitEvent } from 'react';
import {
  type Language,
  byLanguage,
  languageNames,
  languages,
  type LocalText,
} from '../../lib/kernel/local-text';
import { call, problemOf } from '../api';
import { LanguageOptions } from '../language-options';
import { Button } from '../ui/button';
import { Field, SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';

/** `Anna Nagar Badminton` → `anna-nagar-badminton`. */
const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

type Texts = Record<Language, string>;
const none: Texts = byLanguage(() => '');

/** A text by language, empty ones left out. */
const given = (texts: Texts): LocalText =>
  Object.fromEntries(
    languages.flatMap((language) => (texts[language].trim() ? [[language, texts[language].trim()]] : [])),
  );

const EachLanguage = ({
  label,
  hint,
  error,
  value,
  onChange,
}: {
  label: string;
  hint: string;
  error: string | undefined;
  value: Texts;
  onChange: (value: Texts) => void;
}) => {
  return (
    <Field label={label} hint={hint} error={error}>
      {({ id, describedBy, invalid }) => (
        <div className="flex flex-col gap-2">
          {languages.map((language, place) => (
            <input
              key={language}
              {...(place === 0 && { id })}
              lang={language}
              value={value[language]}
              placeholder={languageNames[language]}
              aria-label={`${label}: ${languageNames[language]}`}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChange={(event) => {
                onChange({ ...value, [language]: event.target.value });
              }}
              className="min-h-11 w-full rounded border border-hairline bg-surface-raised px-3 text-base placeholder:text-muted aria-invalid:border-danger md:min-h-9 md:text-sm"
            />
          ))}
        </div>
      )}
    </Field>
  );
};

type Mistakes = Partial<Record<'name' | 'address' | 'slug' | 'form', string>>;

/** Founds a business and goes on to its setup. What was typed stays after a mistake. */
export const NewBusinessForm = () => {
  const t = useText('account');
  const reader = useLanguage();
  const [name, setName] = useState(none);
  const [address, setAddress] = useState(none);
  const [slug, setSlug] = useState<string | null>(null);
  const [language, setLanguage] = useState<Language>(reader);
  const [mistakes, setMistakes] = useState<Mistakes>({});
  const [busy, setBusy] = useState(false);
  const shownSlug = slug ?? slugOf(name.en);

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const found: Mistakes = {
      ...(Object.keys(given(name)).length === 0 && { name: t('newNameWanted') }),
      ...(Object.keys(given(address)).length === 0 && { address: t('newNameWanted') }),
      ...(shownSlug === '' && { slug: t('newSlugWrong') }),
    };
    setMistakes(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const body = {
      name: given(name),
      address: given(address),
      slug: shownSlug,
      zone: 'Asia/Kolkata',
      defaultLanguage: language,
    };
    try {
      await call('post', '/api/businesses', { body });
      window.location.assign(`/${shownSlug}/setup`);
      return;
    } catch (error) {
      const { status, errors } = problemOf(error);
      if (status === 409 || errors.some((one) => one.message === 'slug-taken'))
        setMistakes({ slug: t('newSlugTaken') });
      else if (errors.some((one) => one.path.startsWith('slug'))) setMistakes({ slug: t('newSlugWrong') });
      else setMistakes({ form: t('newFailed') });
    }
    setBusy(false);
  };

  return (
    <form className="flex flex-col gap-4" noValidate onSubmit={(event) => void submit(event)}>
      <p className="text-sm text-muted">{t('newLead')}</p>
      <EachLanguage
        label={t('newName')}
        hint={t('newNameHint')}
        error={mistakes.name}
        value={name}
        onChange={setName}
      />
      <EachLanguage
        label={t('newAddress')}
        hint={t('newAddressHint')}
        error={mistakes.address}
        value={address}
        onChange={setAddress}
      />
      <TextField
        label={t('newSlug')}
        hint={t('newSlugHint')}
        error={mistakes.slug}
        name="slug"
        autoCapitalize="none"
        spellCheck={false}
        value={shownSlug}
        onChange={(event) => {
          setSlug(event.target.value.toLowerCase());
        }}
      />
      <SelectField
        label={t('newLanguage')}
        value={language}
        onChange={(event) => {
          setLanguage(languages.find((one) => one === event.target.value) ?? reader);
        }}
      >
        <LanguageOptions />
      </SelectField>
      {mistakes.form ? (
        <p role="alert" className="rounded bg-danger-soft px-3 py-2 text-sm text-danger">
          {mistakes.form}
        </p>
      ) : null}
      <Button type="submit" look="primary" busy={busy}>
        {t('newDo')}
      </Button>
    </form>
  );
};
