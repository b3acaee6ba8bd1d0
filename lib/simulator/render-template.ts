import { characters } from './field-schema';
import { GraphError } from './graph-error';
import type { TemplatePayload } from './template-schema';
import type { TemplateState } from './template-shelf';
import type { ApprovedTemplate } from './templates';
import type { ChatContent, TemplateButton } from './types';

type Component = NonNullable<TemplatePayload['components']>[number];
type TextValue = { text: string; name?: string | undefined };
type ButtonComponent = Extract<Component, { type: 'button' }>;

const variablesOf = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')),
];

/** Reference §1.12: no newline, tab or more than four spaces in a row, and never empty. */
const checkValue = (text: string, where: string): void => {
  if (text.trim() === '')
    throw new GraphError(131008, `Parameter of type text is missing text value (${where}).`);
  if (/[\n\r\t]| {5,}/.test(text)) {
    throw new GraphError(
      132012,
      `Param text cannot have new-line/tab characters or more than 4 consecutive spaces (${where}).`,
    );
  }
};

const textOf = (parameter: Extract<Component, { type: 'body' }>['parameters'][number]): TextValue => {
  if (parameter.type === 'text') return { text: parameter.text, name: parameter.parameter_name };
  return {
    text:
      parameter.type === 'currency' ? parameter.currency.fallback_value : parameter.date_time.fallback_value,
  };
};

/** Puts the values in place of the variables of one component, or throws 132000, 132005 or 132012. */
const substitute = (text: string, values: readonly TextValue[], where: string, max: number): string => {
  const variables = variablesOf(text);
  if (values.length !== variables.length) {
    throw new GraphError(
      132000,
      `${where}: number of localizable_params (${String(values.length)}) does not match the expected number of params (${String(variables.length)})`,
    );
  }
  for (const value of values) checkValue(value.text, where);
  const named = variables.some((variable) => !/^\d+$/.test(variable));
  if (!named && values.some((value) => value.name !== undefined)) {
    throw new GraphError(132012, `${where}: the template is positional, parameter_name is not expected.`);
  }
  const filled = variables.reduce((result, variable) => {
    const value = named ? values.find((each) => each.name === variable) : values[Number(variable) - 1];
    if (!value) throw new GraphError(132012, `${where}: parameter_name "${variable}" is missing.`);
    return result.replaceAll(`{{${variable}}}`, () => value.text);
  }, text);
  if (characters(filled) > max)
    throw new GraphError(132005, `${where}: text after substitution exceeds ${String(max)} characters.`);
  return filled;
};

const headerValues = (component: Extract<Component, { type: 'header' }> | undefined): TextValue[] =>
  (component?.parameters ?? []).map((parameter) => {
    if (parameter.type !== 'text') throw new GraphError(132012, 'header: format mismatch, expected TEXT.');
    return { text: parameter.text, name: parameter.parameter_name };
  });

const renderButton = (
  button: NonNullable<ApprovedTemplate['buttons']>[number],
  index: number,
  component: ButtonComponent | undefined,
): TemplateButton => {
  const where = `button ${String(index)}`;
  const parameter = component?.parameters[0];
  if (component && component.sub_type !== (button.kind === 'url' ? 'url' : 'quick_reply')) {
    throw new GraphError(132012, `${where}: sub_type ${component.sub_type} does not match the template.`);
  }
  if (button.kind === 'quick-reply') {
    if (parameter && parameter.type !== 'payload')
      throw new GraphError(132012, `${where}: expected a payload.`);
    return { kind: 'quick-reply', title: button.title, payload: parameter?.payload ?? button.title };
  }
  if (parameter && parameter.type !== 'text') throw new GraphError(132012, `${where}: expected a text.`);
  const values = parameter ? [{ text: parameter.text }] : [];
  return { kind: 'url', title: button.title, url: substitute(button.url, values, where, 2000) };
};

/**
 * What the phone shows for a template message. Throws GraphError: 132001 no such translation or none approved, 132015 paused, 132016 disabled, 132000 wrong number
 * of parameters, 132005 too long after substitution, 132012 wrong kind of parameter or forbidden characters,
 * 131008 an empty value. Source: reference §1.12.
 */
export const renderTemplate = (
  templates: readonly (ApprovedTemplate & { status?: TemplateState })[],
  payload: TemplatePayload,
): { content: ChatContent; category: string } => {
  const template = templates.find(
    (each) => each.name === payload.name && each.language === payload.language.code,
  );
  if (!template) {
    throw new GraphError(
      132001,
      `template name (${payload.name}) does not exist in ${payload.language.code}`,
    );
  }
  const { status = 'APPROVED' } = template;
  if (status === 'PAUSED') throw new GraphError(132015, `template ${payload.name} is paused`);
  if (status === 'DISABLED') throw new GraphError(132016, `template ${payload.name} is disabled`);
  if (status !== 'APPROVED')
    throw new GraphError(132001, `template ${payload.name} is not approved in ${payload.language.code}`);
  const components = payload.components ?? [];
  const header = components.find((each) => each.type === 'header');
  const body = components.find((each) => each.type === 'body');
  const taps = components.filter((each) => each.type === 'button');
  const buttons = template.buttons ?? [];
  if (
    taps.some((tap) => tap.index >= buttons.length) ||
    new Set(taps.map((tap) => tap.index)).size < taps.length
  ) {
    throw new GraphError(132000, 'button: the index does not exist in the template or is given twice.');
  }
  const head = substitute(template.header ?? '', headerValues(header), 'header', 60);
  const content: ChatContent = {
    kind: 'template',
    name: template.name,
    ...(head === '' ? {} : { header: head }),
    body: substitute(template.body, (body?.parameters ?? []).map(textOf), 'body', 1024),
    ...(template.footer === undefined ? {} : { footer: template.footer }),
    buttons: buttons.map((button, index) =>
      renderButton(
        button,
        index,
        taps.find((tap) => tap.index === index),
      ),
    ),
  };
  return { content, category: template.category.toLowerCase() };
};
