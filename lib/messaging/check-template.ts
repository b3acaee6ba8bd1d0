import { type LimitBreach, checkCount, checkLabel, checkText, checkUnique } from './breach';
import { limits, textLength } from './limits';
import type { OutboundMessage } from './types';

type TemplateMessage = Extract<OutboundMessage, { kind: 'template' }>;
type TemplateButton = NonNullable<TemplateMessage['buttons']>[number];

/**
 * The approved body with its `{{1}}` or `{{name}}` places filled, as the customer will read it.
 * A place without a parameter stays as it is.
 */
export function fillTemplate(text: string, parameters: TemplateMessage['body']): string {
  const values = new Map(
    Array.isArray(parameters)
      ? parameters.map((value, index) => [String(index + 1), value] as const)
      : Object.entries(parameters),
  );
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => values.get(name) ?? place);
}

/**
 * Every reason why a template message would be refused. With the approved body text the length after substitution
 * is exact; without it only parameters that cannot fit into any body are found.
 * Source: Meta, "Template messages" (parameter rules behind errors 132000, 132005, 132012).
 */
export function checkTemplate(message: TemplateMessage, approvedBody?: string): LimitBreach[] {
  const parameters = Array.isArray(message.body)
    ? message.body.map((value, index) => ({ at: `body[${index}]`, value }))
    : Object.entries(message.body).map(([name, value]) => ({ at: `body.${name}`, value }));

  return [
    ...checkNames(message),
    ...(message.header === undefined ? [] : checkParameter('header', message.header, limits.templateHeader)),
    ...parameters.flatMap(({ at, value }) => checkParameter(at, value, limits.templateBody)),
    ...checkFilledBody(message.body, approvedBody),
    ...checkButtons(message.buttons ?? []),
  ];
}

function checkNames({ name, language, body }: TemplateMessage): LimitBreach[] {
  const breaches = checkLabel('name', name, limits.templateName);
  if (breaches.length === 0 && !/^[a-z0-9_]+$/.test(name)) breaches.push({ at: 'name', rule: 'format' });
  // Exact approved code with an underscore: there is no fallback between `en`, `en_US` and `en_IN`.
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) breaches.push({ at: 'language', rule: 'format' });
  const names = Array.isArray(body) ? [] : Object.keys(body);
  const odd = names.filter((key) => !/^[a-z0-9_]+$/.test(key));
  return [...breaches, ...odd.map((key): LimitBreach => ({ at: `body.${key}`, rule: 'format' }))];
}

function checkParameter(at: string, value: string, max: number): LimitBreach[] {
  const breaches = checkText(at, value, max);
  const spaces = ' '.repeat(limits.templateSpaces + 1);
  return /[\n\r\t]/.test(value) || value.includes(spaces) ? [...breaches, { at, rule: 'format' }] : breaches;
}

function checkFilledBody(
  parameters: TemplateMessage['body'],
  approvedBody: string | undefined,
): LimitBreach[] {
  const filled =
    approvedBody === undefined ? Object.values(parameters).join('') : fillTemplate(approvedBody, parameters);
  const actual = textLength(filled);
  const limit = limits.templateBody;
  return actual > limit ? [{ at: 'body', rule: 'too-long', limit, actual }] : [];
}

function checkButtons(buttons: readonly TemplateButton[]): LimitBreach[] {
  const urls = buttons.filter(({ type }) => type === 'url').length;
  return [
    ...(buttons.length === 0 ? [] : checkCount('buttons', buttons.length, limits.templateButtons)),
    ...(urls === 0 ? [] : checkCount('buttons.url', urls, limits.templateUrlButtons)),
    ...checkUnique(buttons.map(({ index }, at) => ({ at: `buttons[${at}].index`, value: index }))),
    ...buttons.flatMap((button, at) => checkButton(`buttons[${at}]`, button)),
  ];
}

function checkButton(at: string, button: TemplateButton): LimitBreach[] {
  const breaches =
    button.type === 'url'
      ? checkLabel(`${at}.suffix`, button.suffix, limits.url)
      : checkLabel(`${at}.payload`, button.payload, limits.templatePayload);
  const placed = Number.isInteger(button.index) && button.index >= 0 && button.index < limits.templateButtons;
  return placed ? breaches : [...breaches, { at: `${at}.index`, rule: 'out-of-range' }];
}
