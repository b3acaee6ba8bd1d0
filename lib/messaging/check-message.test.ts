import { describe, expect, it } from 'vitest';
import { describeBreach } from './breach';
import { checkMessage } from './check-message';
import { limits } from './limits';
import type { ListSection, OutboundMessage } from './types';

const of = (length: number) => 'த'.repeat(length);
const text = (body: string): OutboundMessage => ({ kind: 'text', body });
const buttons = (change: Partial<Extract<OutboundMessage, { kind: 'buttons' }>> = {}): OutboundMessage => ({
  kind: 'buttons',
  body: 'Court 2, Sat 28 Nov',
  buttons: [{ id: 'yes', title: 'Confirm' }],
  ...change,
});
const list = (change: Partial<Extract<OutboundMessage, { kind: 'list' }>> = {}): OutboundMessage => ({
  kind: 'list',
  body: 'Saturday',
  opener: 'See times',
  sections: [{ rows: [{ id: 'a', title: '06:00' }] }],
  ...change,
});
const row = (change: Partial<ListSection['rows'][number]>) =>
  list({ sections: [{ rows: [{ id: 'a', title: '06:00', ...change }] }] });
const rows = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `${n}:00` }));
const link = (change: Partial<Extract<OutboundMessage, { kind: 'link' }>> = {}): OutboundMessage => ({
  kind: 'link',
  body: 'Your booking',
  label: 'Open',
  url: 'https://neram.test/b/1',
  ...change,
});
const template = (change: Partial<Extract<OutboundMessage, { kind: 'template' }>> = {}): OutboundMessage => ({
  kind: 'template',
  name: 'booking_reminder',
  language: 'ta',
  body: ['அன்பு'],
  ...change,
});
const file = (change: Partial<Extract<OutboundMessage, { kind: 'document' }>> = {}): OutboundMessage => ({
  kind: 'document',
  url: 'https://neram.test/r/1',
  filename: 'Receipt.pdf',
  ...change,
});
const place = (latitude: number, longitude: number): OutboundMessage => ({
  kind: 'location',
  latitude,
  longitude,
  name: 'Neram',
  address: 'T. Nagar',
});

const breaches = (message: OutboundMessage, approvedBody?: string) =>
  checkMessage(message, approvedBody).map(describeBreach);

/** What fits exactly, and the same with one character or thing more. */
const sizes: [name: string, build: (size: number) => OutboundMessage, limit: number, at: string][] = [
  ['a text body', (n) => text(of(n)), 4096, 'body'],
  ['a body over buttons', (n) => buttons({ body: of(n) }), 1024, 'body'],
  ['a body over a list', (n) => list({ body: of(n) }), 4096, 'body'],
  ['a body over a link', (n) => link({ body: of(n) }), 1024, 'body'],
  ['a header', (n) => buttons({ header: of(n) }), 60, 'header'],
  ['a footer', (n) => list({ footer: of(n) }), 60, 'footer'],
  ['a button title', (n) => buttons({ buttons: [{ id: 'a', title: of(n) }] }), 20, 'buttons[0].title'],
  ['a button id', (n) => buttons({ buttons: [{ id: of(n), title: 'A' }] }), 256, 'buttons[0].id'],
  ['a list opener', (n) => list({ opener: of(n) }), 20, 'opener'],
  ['a section title', (n) => list({ sections: [{ title: of(n), rows: rows(1) }] }), 24, 'sections[0].title'],
  ['a row id', (n) => row({ id: of(n) }), 200, 'sections[0].rows[0].id'],
  ['a row title', (n) => row({ title: of(n) }), 24, 'sections[0].rows[0].title'],
  ['a row description', (n) => row({ description: of(n) }), 72, 'sections[0].rows[0].description'],
  ['a link label', (n) => link({ label: of(n) }), 20, 'label'],
  ['a link address', (n) => link({ url: `https://a.in/${'x'.repeat(n - 13)}` }), 2000, 'url'],
  ['a caption', (n) => file({ caption: of(n) }), 1024, 'caption'],
  ['a file name', (n) => file({ filename: of(n) }), 240, 'filename'],
  ['a file address', (n) => file({ url: `https://a.in/${'x'.repeat(n - 13)}` }), 2000, 'url'],
  ['a template name', (n) => template({ name: 'a'.repeat(n) }), 512, 'name'],
  ['a template header', (n) => template({ header: of(n) }), 60, 'header'],
  [
    'a template payload',
    (n) => template({ buttons: [{ type: 'quick-reply', index: 0, payload: of(n) }] }),
    256,
    'buttons[0].payload',
  ],
  [
    'a template address',
    (n) => template({ buttons: [{ type: 'url', index: 0, suffix: 'x'.repeat(n) }] }),
    2000,
    'buttons[0].suffix',
  ],
];

describe('lengths', () => {
  it.each(sizes)('%s fits at its limit and not beyond', (_name, build, limit, at) => {
    expect(breaches(build(limit))).toEqual([]);
    expect(breaches(build(limit + 1))).toEqual([`${at} too-long (${limit + 1} of ${limit})`]);
  });

  it('counts composed code points, so a decomposed Tamil vowel sign is one', () => {
    const decomposed = 'க\u0BC6\u0BBE'.repeat(10);
    expect(Array.from(decomposed)).toHaveLength(30);
    expect(breaches(buttons({ buttons: [{ id: 'a', title: decomposed }] }))).toEqual([]);
    expect(breaches(buttons({ buttons: [{ id: 'a', title: '🏸'.repeat(20) }] }))).toEqual([]);
  });
});

describe('counts', () => {
  it('takes one to three buttons', () => {
    const some = (count: number) => buttons({ buttons: rows(count) });
    expect(breaches(some(3))).toEqual([]);
    expect(breaches(some(4))).toEqual(['buttons too-many (4 of 3)']);
    expect(breaches(some(0))).toEqual(['buttons empty']);
  });

  it('takes ten rows over all sections together', () => {
    const split = (a: number, b: number) =>
      list({
        sections: [
          { title: 'A', rows: rows(a) },
          { title: 'B', rows: rows(a + b).slice(a) },
        ],
      });
    expect(breaches(split(6, 4))).toEqual([]);
    expect(breaches(split(6, 5))).toEqual(['rows too-many (11 of 10)']);
  });

  it('takes one to ten sections, each with a row', () => {
    const some = (count: number) =>
      list({ sections: rows(count).map((one) => ({ title: one.title, rows: [one] })) });
    expect(breaches(some(10))).toEqual([]);
    expect(breaches(some(11))).toEqual(['sections too-many (11 of 10)', 'rows too-many (11 of 10)']);
    expect(breaches(some(0))).toEqual(['sections empty']);
    expect(breaches(list({ sections: [{ rows: [] }] }))).toEqual(['sections[0].rows empty']);
  });

  it('takes ten template buttons, two of them addresses', () => {
    const replies = (count: number) =>
      template({
        buttons: rows(count).map(({ id }, index) => ({ type: 'quick-reply', index, payload: id })),
      });
    expect(breaches(replies(10))).toEqual([]);
    expect(breaches(replies(11))).toContain('buttons too-many (11 of 10)');
    const urls = [0, 1, 2].map((index) => ({ type: 'url' as const, index, suffix: 'x' }));
    expect(breaches(template({ buttons: urls }))).toEqual(['buttons.url too-many (3 of 2)']);
  });
});

describe('rules', () => {
  it('wants something to say everywhere', () => {
    expect(breaches(text(' \n'))).toEqual(['body empty']);
    expect(breaches(buttons({ header: '' }))).toEqual(['header empty']);
    expect(breaches(row({ description: '' }))).toEqual(['sections[0].rows[0].description empty']);
    expect(breaches(link({ label: '' }))).toEqual(['label empty']);
  });

  it('refuses blank ends in buttons, rows and openers', () => {
    expect(breaches(buttons({ buttons: [{ id: ' a', title: 'Yes ' }] }))).toEqual([
      'buttons[0].id blank-ends',
      'buttons[0].title blank-ends',
    ]);
    expect(breaches(list({ opener: ' Open' }))).toEqual(['opener blank-ends']);
  });

  it('refuses a repeated button title, button id or row id', () => {
    const twice = [
      { id: 'a', title: 'Yes' },
      { id: 'a', title: 'Yes' },
    ];
    expect(breaches(buttons({ buttons: twice }))).toEqual([
      'buttons[1].id duplicate',
      'buttons[1].title duplicate',
    ]);
    const sections = [
      { title: 'A', rows: rows(1) },
      { title: 'B', rows: rows(1) },
    ];
    expect(breaches(list({ sections }))).toEqual(['sections[1].rows[0].id duplicate']);
  });

  it('wants a title on every section when there are several', () => {
    const sections = [{ rows: rows(1) }, { title: 'B', rows: rows(2).slice(1) }];
    expect(breaches(list({ sections }))).toEqual(['sections[0].title missing']);
  });

  it('wants a web address behind a link', () => {
    for (const url of ['neram.test', 'javascript:alert(1)', 'https://', 'https://a b'])
      expect(breaches(link({ url }))).toEqual(['url format']);
  });

  it('wants a place on Earth', () => {
    expect(breaches(place(13.04, 80.23))).toEqual([]);
    expect(breaches(place(91, -181))).toEqual(['latitude out-of-range', 'longitude out-of-range']);
    expect(breaches(place(Number.NaN, 0))).toEqual(['latitude out-of-range']);
  });
});

describe('template parameters', () => {
  it.each(['a\nb', 'a\tb', 'a\rb', 'a     b'])('refuses %j', (value) => {
    expect(breaches(template({ body: [value] }))).toEqual(['body[0] format']);
    expect(breaches(template({ body: { customer: value } }))).toEqual(['body.customer format']);
    expect(breaches(template({ header: value }))).toEqual(['header format']);
  });

  it('takes four spaces in a row and refuses nothing at all', () => {
    expect(breaches(template({ body: ['a    b'] }))).toEqual([]);
    expect(breaches(template({ body: [''] }))).toEqual(['body[0] empty']);
  });

  it('keeps the body after substitution within its limit', () => {
    const approved = `${of(1020)}{{1}}`;
    expect(breaches(template({ body: ['1234'] }), approved)).toEqual([]);
    expect(breaches(template({ body: ['12345'] }), approved)).toEqual(['body too-long (1025 of 1024)']);
    expect(breaches(template({ body: { who: '12345' } }), `${of(1020)}{{ who }}`)).toEqual([
      'body too-long (1025 of 1024)',
    ]);
    expect(breaches(template({ body: [of(600), of(600)] }))).toEqual(['body too-long (1200 of 1024)']);
  });

  it('wants exact names, languages and places', () => {
    expect(breaches(template({ name: 'Booking Reminder' }))).toEqual(['name format']);
    expect(breaches(template({ language: 'en-US' }))).toEqual(['language format']);
    expect(breaches(template({ body: { 'Customer Name': 'x' } }))).toEqual(['body.Customer Name format']);
    const buttons = [0, 0, 10].map((index) => ({ type: 'quick-reply' as const, index, payload: 'x' }));
    expect(breaches(template({ buttons }))).toEqual([
      'buttons[1].index duplicate',
      'buttons[2].index out-of-range',
    ]);
  });
});

it('lists the mark echoed in statuses among the limits', () => {
  expect(limits.opaque).toBe(512);
});
