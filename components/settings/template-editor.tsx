'use client';

import { useState } from 'react';
import { checkTemplateDefinition, type TemplateBreach } from '../../lib/messaging/check-template-definition';
import { definitionOf, placesOf, templateSet } from '../../lib/messaging/template-set/template-set';
import type { ShownTemplate } from '../../lib/templates/schema';
import { Button } from '../ui/button';
import { TextArea, TextField } from '../ui/field';
import { useText } from '../words';
import { TemplatePreview } from './template-preview';
import type { useTemplateActs } from './use-templates';

type Props = {
  template: ShownTemplate;
  may: boolean;
  acts: ReturnType<typeof useTemplateActs>;
  onClose: () => void;
};

const useBreachText = () => {
  const t = useText('templates');
  return (breach: TemplateBreach | undefined): string | undefined => {
    if (!breach) return undefined;
    const [, at = ''] = breach.at.split('.');
    const { actual = 0, limit = 0 } = 'limit' in breach ? breach : {};
    return t(`rule_${breach.rule}`, { at, actual, limit });
  };
};

/** One template's words, checked while they are typed, beside the phone that will show them. */
export const TemplateEditor = ({ template, may, acts, onClose }: Props) => {
  const t = useText('templates');
  const textOf = useBreachText();
  const { purpose, language, fixed } = template;
  const [body, setBody] = useState(template.wording.body);
  const [buttons, setButtons] = useState(template.wording.buttons);
  const { footer } = template.wording;
  const wording = { body, buttons, ...(footer !== undefined && { footer }) };
  const definition = definitionOf(purpose, language, { wording });
  const breaches = checkTemplateDefinition(definition);
  const changed =
    body !== template.wording.body || buttons.join('\n') !== template.wording.buttons.join('\n');
  const places = placesOf(templateSet[purpose].wording[language].body).map((place) => `{{${place}}}`);
  const wrongWith = (start: string) => textOf(breaches.find(({ at }) => at.startsWith(start)));
  const readOnly = fixed || !may;
  return (
    <form
      className="grid gap-4 border-t border-hairline py-4 md:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        acts.word.mutate({ purpose, language, wording }, { onSuccess: onClose });
      }}
    >
      <div className="flex flex-col gap-3">
        <TextArea
          label={t('body')}
          lang={language}
          rows={9}
          value={body}
          readOnly={readOnly}
          error={wrongWith('body') ?? wrongWith('samples')}
          hint={fixed ? t('fixed') : t('places', { places: places.join(' ') })}
          onChange={(event) => {
            setBody(event.target.value);
          }}
        />
        {buttons.map((title, index) => (
          <TextField
            key={index}
            label={t('button', { place: index + 1 })}
            lang={language}
            value={title}
            readOnly={readOnly}
            error={wrongWith(`buttons[${String(index)}]`)}
            onChange={(event) => {
              setButtons(buttons.map((one, place) => (place === index ? event.target.value : one)));
            }}
          />
        ))}
        {readOnly ? null : <p className="text-xs text-muted">{t('editHint')}</p>}
        <div className="flex flex-wrap gap-2">
          {readOnly ? null : (
            <Button
              type="submit"
              look="primary"
              busy={acts.word.isPending}
              disabled={!changed || breaches.length > 0}
            >
              {t('save')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
      <div>
        <p className="mb-1 text-sm font-semibold">{t('preview')}</p>
        <TemplatePreview definition={definition} />
      </div>
    </form>
  );
};
