import type { OutboundMessage } from '../../messaging/types';
import type { Json } from './storable';

type TemplateMessage = Extract<OutboundMessage, { kind: 'template' }>;

/** Positional parameters go without names, named ones each with theirs: Meta refuses a mixture (132000, 132012). */
export function renderTemplate({ name, language, header, body, buttons }: TemplateMessage): {
  [key: string]: Json;
} {
  const parameters = Array.isArray(body)
    ? body.map((text) => ({ type: 'text', text }))
    : Object.entries(body).map(([parameter, text]) => ({ type: 'text', parameter_name: parameter, text }));

  const components = [
    ...(header === undefined ? [] : [{ type: 'header', parameters: [{ type: 'text', text: header }] }]),
    ...(parameters.length === 0 ? [] : [{ type: 'body', parameters }]),
    ...(buttons ?? []).map(renderButton),
  ];
  return { name, language: { code: language }, ...(components.length === 0 ? {} : { components }) };
}

/** Meta wants the index as text. */
const renderButton = (button: NonNullable<TemplateMessage['buttons']>[number]) => ({
  type: 'button',
  sub_type: button.type === 'url' ? 'url' : 'quick_reply',
  index: String(button.index),
  parameters: [
    button.type === 'url'
      ? { type: 'text', text: button.suffix }
      : { type: 'payload', payload: button.payload },
  ],
});
