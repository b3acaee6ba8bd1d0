'use client';

import type { BusinessForm } from '../../lib/catalog/setup/schema';
import { translate } from '../../lib/i18n/translate';
import { useLanguage, useText } from '../words';
import { LocalTextInput } from './fields';

type Wording = BusinessForm['wording'];
type Props = { value: Wording; onChange: (value: Wording) => void; disabled: boolean };

/** The texts of the chat that an owner may say in their own words. */
const keys = [
  'opening.welcome',
  'opening.welcomeBack',
  'opening.footer',
  'review.payVenue',
  'review.ruleAny',
  'review.ruleUntil',
  'notice.reminder',
  'notice.thanks',
  'notice.followUp',
  'notice.noShow',
] as const;

type Named =
  | 'opening_welcome'
  | 'opening_welcomeBack'
  | 'opening_footer'
  | 'review_payVenue'
  | 'review_ruleAny'
  | 'review_ruleUntil'
  | 'notice_reminder'
  | 'notice_thanks'
  | 'notice_followUp'
  | 'notice_noShow';

/** The places in them, shown as they are written. */
const places = {
  business: '{business}',
  name: '{name}',
  until: '{until}',
  reference: '{reference}',
  what: '{what}',
  when: '{when}',
  day: '{day}',
  who: '{who}',
  place: '{place}',
};

/** Own words for each text, ours shown below as what is said otherwise. */
export const WordingInput = ({ value, onChange, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  return keys.map((key) => (
    <LocalTextInput
      key={key}
      long
      // The key with its dot replaced; catalogues read dots as levels.
      label={t(`wording_${key.replace('.', '_') as Named}`)}
      hint={t('ourText', { text: translate(language, key, places) })}
      disabled={disabled}
      value={value[key] ?? {}}
      onChange={(text) => {
        const others = Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
        onChange(Object.keys(text).length > 0 ? { ...others, [key]: text } : others);
      }}
    />
  ));
};
