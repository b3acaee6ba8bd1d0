import { languageNames, languages } from '../lib/kernel/local-text';

/** The languages of a choice that is all in sight. */
export const languageOptions = languages.map((value) => ({ value, label: languageNames[value] }));

/** The languages of a select. */
export const LanguageOptions = () =>
  languageOptions.map(({ value, label }) => (
    <option key={value} value={value} lang={value}>
      {label}
    </option>
  ));
