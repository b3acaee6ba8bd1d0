import { describe, expect, test } from 'vitest';
import { GraphError } from './graph-error';
import { readGraphRequest } from './read-request';

const to = { messaging_product: 'whatsapp', to: '+919876543210' };
const x = (count: number): string => 'அ'.repeat(count);

const codeOf = (body: unknown): number | 'accepted' => {
  try {
    readGraphRequest(typeof body === 'string' ? body : JSON.stringify(body));
    return 'accepted';
  } catch (error) {
    if (error instanceof GraphError) return error.code;
    throw error;
  }
};

const text = (body: unknown): object => ({ ...to, type: 'text', text: { body } });
const button = (id: string, title: string): object => ({ type: 'reply', reply: { id, title } });
const buttons = (list: object[], rest: object = {}): object => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'button', body: { text: 'Which one?' }, action: { buttons: list }, ...rest },
});
const row = (id: string, rest: object = {}): object => ({ id, title: `Row ${id}`, ...rest });
const rows = (count: number, from = 0): object[] =>
  Array.from({ length: count }, (_, index) => row(`r${String(from + index)}`));
const list = (sections: object[], rest: object = {}, opener = 'See times'): object => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'Pick' }, action: { button: opener, sections }, ...rest },
});
const link = (parameters: object): object => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'cta_url', body: { text: 'Open' }, action: { name: 'cta_url', parameters } },
});
const header = (value: string): object => ({ header: { type: 'text', text: value } });
const yes = button('yes', 'Yes');

describe('what Meta takes', () => {
  test.each([
    ['a text of 4096 characters', text(x(4096))],
    [
      'three reply buttons with the longest ids and titles',
      buttons([button('a'.repeat(256), x(20)), button('b', 'B'), button('c', 'C')]),
    ],
    [
      'a button body of 1024',
      buttons([yes], { body: { text: x(1024) }, ...header(x(60)), footer: { text: x(60) } }),
    ],
    [
      'a list of ten rows in two sections',
      list([
        { title: 'Morning', rows: rows(5) },
        { title: 'Evening', rows: rows(5, 5) },
      ]),
    ],
    ['one section without a title', list([{ rows: rows(10) }], { body: { text: x(4096) } }, x(20))],
    [
      'the longest row',
      list([{ title: x(24), rows: [{ id: 'i'.repeat(200), title: x(24), description: x(72) }] }]),
    ],
    ['a link button', link({ display_text: x(20), url: 'https://example.in/pay?x=1' })],
    [
      'a location',
      {
        ...to,
        type: 'location',
        location: { latitude: 13.08, longitude: 80.27, name: 'Club', address: 'Chennai' },
      },
    ],
    [
      'a location request',
      {
        ...to,
        type: 'interactive',
        interactive: {
          type: 'location_request_message',
          body: { text: 'Where?' },
          action: { name: 'send_location' },
        },
      },
    ],
    [
      'a message to a business-scoped id',
      { messaging_product: 'whatsapp', recipient: 'IN.123', type: 'text', text: { body: 'hi' } },
    ],
    [
      'a quoted answer with an opaque mark of 512',
      { ...text('hi'), context: { message_id: 'wamid.x' }, biz_opaque_callback_data: x(512) },
    ],
    [
      'mark as read with typing',
      {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.x',
        typing_indicator: { type: 'text' },
      },
    ],
  ])('%s', (_name, body) => {
    expect(codeOf(body)).toBe('accepted');
  });
});

describe('what Meta refuses', () => {
  test.each<[string, unknown, number]>([
    ['a body that is not JSON', '{', 100],
    ['a body that is not an object', '[]', 100],
    ['no messaging_product', { to: '+911', type: 'text', text: { body: 'x' } }, 100],
    ['another messaging_product', { ...text('x'), messaging_product: 'sms' }, 131009],
    ['no recipient', { messaging_product: 'whatsapp', type: 'text', text: { body: 'x' } }, 131008],
    ['an unknown type', { ...to, type: 'poll' }, 100],
    ['an unknown property on top', { ...text('x'), ttl: 1 }, 100],
    ['an unknown property inside', { ...to, type: 'text', text: { body: 'x', bold: true } }, 100],
    ['the object of another type beside the right one', { ...text('x'), image: { id: '1' } }, 100],
    ['no text object', { ...to, type: 'text' }, 131008],
    ['no body', { ...to, type: 'text', text: {} }, 131008],
    ['an empty text', text(''), 131009],
    ['a blank text', text(' \n '), 131009],
    ['a body that is not text', text(5), 131009],
    ['a text of 4097 characters', text(x(4097)), 131009],
    ['no buttons', buttons([]), 131009],
    ['four buttons', buttons(['a', 'b', 'c', 'd'].map((id) => button(id, id))), 131009],
    ['a button title of 21', buttons([button('a', x(21))]), 131009],
    ['a button id of 257', buttons([button('a'.repeat(257), 'A')]), 131009],
    ['two buttons with one id', buttons([button('a', 'A'), button('a', 'B')]), 131009],
    ['two buttons with one title', buttons([button('a', 'A'), button('b', 'A')]), 131009],
    ['a button id ending in a blank', buttons([button('a ', 'A')]), 131009],
    ['a button title beginning with a blank', buttons([button('a', ' A')]), 131009],
    ['an empty button title', buttons([button('a', '')]), 131009],
    ['a button of another type', buttons([{ type: 'url', reply: { id: 'a', title: 'A' } }]), 131009],
    ['a button body of 1025', buttons([yes], { body: { text: x(1025) } }), 131009],
    [
      'no interactive body',
      { ...to, type: 'interactive', interactive: { type: 'button', action: { buttons: [yes] } } },
      131008,
    ],
    ['a header of 61', buttons([yes], header(x(61))), 131009],
    ['a footer of 61', buttons([yes], { footer: { text: x(61) } }), 131009],
    [
      'a list header that is a picture',
      list([{ rows: rows(1) }], { header: { type: 'image', image: { id: '1' } } }),
      131009,
    ],
    ['a list body of 4097', list([{ rows: rows(1) }], { body: { text: x(4097) } }), 131009],
    ['an opener of 21', list([{ rows: rows(1) }], {}, x(21)), 131009],
    ['an opener with blanks at the end', list([{ rows: rows(1) }], {}, 'See '), 131009],
    ['no sections', list([]), 131009],
    [
      'eleven sections',
      list(Array.from({ length: 11 }, (_, index) => ({ title: `S${String(index)}`, rows: rows(1, index) }))),
      131009,
    ],
    ['a section without rows', list([{ title: 'A', rows: [] }]), 131009],
    [
      'eleven rows over all sections',
      list([
        { title: 'A', rows: rows(6) },
        { title: 'B', rows: rows(5, 6) },
      ]),
      131009,
    ],
    [
      'two sections, one without a title',
      list([{ title: 'A', rows: rows(1) }, { rows: rows(1, 1) }]),
      131009,
    ],
    ['a section title of 25', list([{ title: x(25), rows: rows(1) }]), 131009],
    [
      'two rows with one id in different sections',
      list([
        { title: 'A', rows: rows(1) },
        { title: 'B', rows: rows(1) },
      ]),
      131009,
    ],
    ['a row id of 201', list([{ rows: [row('i'.repeat(201), { title: 'A' })] }]), 131009],
    ['a row title of 25', list([{ rows: [row('a', { title: x(25) })] }]), 131009],
    ['a row description of 73', list([{ rows: [row('a', { description: x(73) })] }]), 131009],
    ['an empty row description', list([{ rows: [row('a', { description: '' })] }]), 131009],
    ['a link label of 21', link({ display_text: x(21), url: 'https://a.in' }), 131009],
    ['a link to no web address', link({ display_text: 'Go', url: 'javascript:alert(1)' }), 131009],
    ['a link without an address', link({ display_text: 'Go' }), 131008],
    ['an opaque mark of 513', { ...text('x'), biz_opaque_callback_data: x(513) }, 131009],
    ['a caption of 1025', { ...to, type: 'image', image: { id: '1', caption: x(1025) } }, 131009],
    [
      'a picture by id and by link',
      { ...to, type: 'image', image: { id: '1', link: 'https://a.in/1.png' } },
      131009,
    ],
    [
      'a latitude off the globe',
      { ...to, type: 'location', location: { latitude: 91, longitude: 0 } },
      131009,
    ],
    [
      'a reaction as an answer',
      { ...to, type: 'reaction', reaction: { message_id: 'w', emoji: '👍' }, context: { message_id: 'w' } },
      131009,
    ],
    [
      'a flow, which no phone here can show',
      { ...to, type: 'interactive', interactive: { type: 'flow' } },
      131051,
    ],
    ['a read mark without a message', { messaging_product: 'whatsapp', status: 'read' }, 131008],
    [
      'a typing indicator of another kind',
      { messaging_product: 'whatsapp', status: 'read', message_id: 'w', typing_indicator: { type: 'audio' } },
      131009,
    ],
    [
      'a template name in capitals',
      { ...to, type: 'template', template: { name: 'Hello', language: { code: 'en' } } },
      131009,
    ],
    [
      'a template button without index',
      {
        ...to,
        type: 'template',
        template: {
          name: 'a',
          language: { code: 'en' },
          components: [{ type: 'button', sub_type: 'url', parameters: [{ type: 'text', text: 'a' }] }],
        },
      },
      131008,
    ],
  ])('%s', (_name, body, code) => {
    expect(codeOf(body)).toBe(code);
  });

  test('the details name the parameter that is wrong', () => {
    expect(() => readGraphRequest(JSON.stringify(buttons([button('a', x(21))])))).toThrow(
      expect.objectContaining({
        details:
          "Parameter interactive['action']['buttons']['0']['reply']['title']: must be at most 20 characters.",
      }),
    );
  });
});
