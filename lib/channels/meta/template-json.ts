import type { TemplateDefinition, TemplateDefinitionButton } from '../../messaging/template-definition';
import type { Json } from './storable';
import { withoutUndefined } from './without-undefined';

type Fields = { [key: string]: Json };

/** How long a code counts, as its message says. */
const codeMinutes = 10;

const places = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')),
];

/**
 * What Meta wants for a template. The text of a code is Meta's own: of ours only the button is taken.
 * Source: Meta, template management, create (reference 6.2) and authentication templates.
 */
export const templateJson = (template: TemplateDefinition): Fields => ({
  name: template.name,
  language: template.language,
  category: template.category.toUpperCase(),
  ...(template.category !== 'authentication' && { parameter_format: 'named' }),
  components: componentsOf(template),
});

export function componentsOf(template: TemplateDefinition): Json[] {
  const { header, body, footer, buttons, samples } = template;
  if (template.category === 'authentication')
    return [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: codeMinutes },
      {
        type: 'BUTTONS',
        buttons: buttons.map(({ title }) => ({ type: 'OTP', otp_type: 'COPY_CODE', text: title })),
      },
    ];
  return [
    ...(header === undefined
      ? []
      : [
          {
            type: 'HEADER',
            format: 'TEXT',
            text: header,
            ...exampleOf('header_text_named_params', header, samples),
          },
        ]),
    { type: 'BODY', text: body, ...exampleOf('body_text_named_params', body, samples) },
    ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
    ...(buttons.length === 0 ? [] : [{ type: 'BUTTONS', buttons: buttons.map(buttonOf) }]),
  ];
}

function exampleOf(key: string, text: string, samples: TemplateDefinition['samples']): Fields {
  const named = places(text).map((name) => ({ param_name: name, example: samples[name] ?? '' }));
  return named.length === 0 ? {} : { example: { [key]: named } };
}

function buttonOf(button: TemplateDefinitionButton): Fields {
  if (button.type === 'quick-reply') return { type: 'QUICK_REPLY', text: button.title };
  if (button.type === 'copy-code') return { type: 'OTP', otp_type: 'COPY_CODE', text: button.title };
  const { title, url, sample } = button;
  return {
    type: 'URL',
    text: title,
    url,
    ...withoutUndefined({ example: sample === undefined ? undefined : [sample] }),
  };
}
