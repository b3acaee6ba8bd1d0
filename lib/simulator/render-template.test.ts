import { expect, test } from 'vitest';
import { GraphError } from './graph-error';
import { renderTemplate } from './render-template';
import type { TemplatePayload } from './template-schema';
import { approvedTemplates, type ApprovedTemplate } from './templates';

const own: ApprovedTemplate[] = [
  ...approvedTemplates,
  {
    name: 'receipt',
    language: 'en',
    category: 'UTILITY',
    header: 'Booking {{1}}',
    body: 'Paid {{1}} for {{2}}.',
    buttons: [
      { kind: 'quick-reply', title: 'Thanks' },
      { kind: 'url', title: 'Receipt', url: 'https://example.in/r/{{1}}' },
    ],
  },
];

const words = (...texts: string[]) => texts.map((text) => ({ type: 'text' as const, text }));
const receipt = (components: TemplatePayload['components']): TemplatePayload => ({
  name: 'receipt',
  language: { code: 'en' },
  components,
});
const whole: NonNullable<TemplatePayload['components']> = [
  { type: 'header', parameters: words('AB12') },
  { type: 'body', parameters: words('₹600', 'Court 2') },
  { type: 'button', sub_type: 'url', index: 1, parameters: [{ type: 'text', text: 'xyz' }] },
];
const codeOf = (payload: TemplatePayload): number | 'rendered' => {
  try {
    renderTemplate(own, payload);
    return 'rendered';
  } catch (error) {
    if (error instanceof GraphError) return error.code;
    throw error;
  }
};
const withBody = (...texts: string[]): TemplatePayload =>
  receipt(
    [whole[0], { type: 'body' as const, parameters: words(...texts) }, whole[2]].filter(
      (each) => each !== undefined,
    ),
  );

test('a positional template shows its values, suffix and the label as payload', () => {
  expect(renderTemplate(own, receipt(whole))).toEqual({
    category: 'utility',
    content: {
      kind: 'template',
      name: 'receipt',
      header: 'Booking AB12',
      body: 'Paid ₹600 for Court 2.',
      buttons: [
        { kind: 'quick-reply', title: 'Thanks', payload: 'Thanks' },
        { kind: 'url', title: 'Receipt', url: 'https://example.in/r/xyz' },
      ],
    },
  });
});

test('a named template needs parameter_name on each value', () => {
  const names = ['customer', 'reference', 'what', 'when'];
  const named = names.map((name) => ({ type: 'text' as const, text: name, parameter_name: name }));
  const payload = (parameters: typeof named): TemplatePayload => ({
    name: 'booking_confirmed',
    language: { code: 'ta' },
    components: [{ type: 'body', parameters }],
  });
  expect(codeOf(payload(named))).toBe('rendered');
  expect(codeOf({ ...payload(named), components: [{ type: 'body', parameters: words(...names) }] })).toBe(
    132012,
  );
});

test('hello_world exists in en_US only', () => {
  expect(codeOf({ name: 'hello_world', language: { code: 'en_US' } })).toBe('rendered');
  expect(codeOf({ name: 'hello_world', language: { code: 'en' } })).toBe(132001);
  expect(codeOf({ name: 'nothing_such', language: { code: 'en_US' } })).toBe(132001);
});

test.each<[string, TemplatePayload, number]>([
  ['too few values', withBody('₹600'), 132000],
  ['too many values', withBody('₹600', 'Court', 'x'), 132000],
  ['no header value', receipt(whole.slice(1)), 132000],
  ['no url suffix', receipt(whole.slice(0, 2)), 132000],
  [
    'an index that does not exist',
    receipt([
      ...whole,
      { type: 'button', sub_type: 'url', index: 2, parameters: [{ type: 'text', text: 'x' }] },
    ]),
    132000,
  ],
  ['a newline', withBody('₹600', 'Court\n2'), 132012],
  ['a tab', withBody('₹600', 'Court\t2'), 132012],
  ['five blanks in a row', withBody('₹600', 'Court     2'), 132012],
  ['an empty value', withBody('₹600', ''), 131008],
  ['a body over 1024 after substitution', withBody('₹600', 'x'.repeat(1024)), 132005],
  [
    'the wrong kind of button',
    receipt([
      ...whole.slice(0, 2),
      { type: 'button', sub_type: 'quick_reply', index: 1, parameters: [{ type: 'payload', payload: 'p' }] },
    ]),
    132012,
  ],
])('a template is refused with %s', (_name, payload, code) => {
  expect(codeOf(payload)).toBe(code);
});
