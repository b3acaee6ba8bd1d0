import { describe, expect, test } from 'vitest';
import { languages } from '../kernel/local-text';
import { checkTemplateDefinition } from './check-template-definition';
import { limits, textLength } from './limits';
import type { TemplateDefinition } from './template-definition';
import { placeSamples } from './template-set/samples';
import { definitionOf, placesOf, templateSet } from './template-set/template-set';
import { templatePurposes } from './template-set/types';

const good: TemplateDefinition = {
  name: 'booking_reminder',
  language: 'en',
  category: 'utility',
  body: 'Hello, your booking of {{what}} is on {{when}}. See you there.',
  samples: { what: 'Court 2', when: 'Saturday, 6 PM' },
  buttons: [
    { type: 'quick-reply', title: 'Reschedule' },
    { type: 'quick-reply', title: 'Cancel booking' },
  ],
};

const rulesOf = (change: Partial<TemplateDefinition>): string[] =>
  checkTemplateDefinition({ ...good, ...change }).map(({ at, rule }) => `${at} ${rule}`);

const url = (address: string, sample?: string): TemplateDefinition['buttons'] => [
  { type: 'url', title: 'Details', url: address, ...(sample === undefined ? {} : { sample }) },
];

test('a good template has nothing against it', () => {
  expect(checkTemplateDefinition(good)).toEqual([]);
  expect(rulesOf({ buttons: url('https://ex.in/b/{{1}}', 'https://ex.in/b/abc') })).toEqual([]);
});

describe('each rule of the reference', () => {
  const cases: [string, Partial<TemplateDefinition>, string][] = [
    ['small letters in the name', { name: 'Booking-Reminder' }, 'name format'],
    ['a name that fits', { name: 'a'.repeat(513) }, 'name too-long'],
    ['an exact language code', { language: 'en-IN' }, 'language format'],
    ['a body that fits', { body: `Hello ${'word '.repeat(250)}there.` }, 'body too-long'],
    [
      'a body that fits when it is filled',
      { samples: { what: 'x'.repeat(1000), when: 'Saturday' } },
      'body too-long',
    ],
    ['a body', { body: '  ' }, 'body empty'],
    [
      'no place at the start',
      { body: '{{what}} is booked for you on {{when}} as you know.' },
      'body place-at-end',
    ],
    [
      'no place at the end',
      { body: 'Hello, you have booked {{what}} on the day {{when}}.' },
      'body place-at-end',
    ],
    [
      'no two places side by side',
      { body: 'Hello, your booking of {{what}} {{when}} is on. See you there.' },
      'body places-side-by-side',
    ],
    [
      'plain names of places',
      { body: 'Hello, your booking of {{What$}} is on {{when}}. See you there.' },
      'body place-name',
    ],
    [
      'whole braces',
      { body: 'Hello, your booking of {{what is on {{when}}. See you there.' },
      'body place-name',
    ],
    ['a sample for each place', { samples: { what: 'Court 2' } }, 'body.when no-sample'],
    ['samples in one line', { samples: { what: 'Court\n2', when: 'now' } }, 'samples.what format'],
    ['enough words', { body: 'Hello {{what}} on {{when}} yes' }, 'body too-many-places'],
    ['no gaps', { body: 'Hello, {{what}} is on {{when}}.\n\n\nSee you there then.' }, 'body format'],
    ['a header that fits', { header: 'h'.repeat(61) }, 'header too-long'],
    ['a plain header', { header: '*Hello*' }, 'header no-markdown-here'],
    ['one place in the header', { header: '{{what}} and {{when}}' }, 'header too-many-places'],
    ['a footer that fits', { footer: 'f'.repeat(61) }, 'footer too-long'],
    ['no place in the footer', { footer: 'For {{what}}' }, 'footer no-places-here'],
    [
      'at most ten buttons',
      { buttons: Array.from({ length: 11 }, (_, n) => ({ type: 'quick-reply', title: `b${String(n)}` })) },
      'buttons too-many',
    ],
    [
      'titles that fit',
      { buttons: [{ type: 'quick-reply', title: 't'.repeat(26) }] },
      'buttons[0].title too-long',
    ],
    [
      'different titles',
      { buttons: [good.buttons[0], good.buttons[0]] as TemplateDefinition['buttons'] },
      'buttons[1].title duplicate',
    ],
    [
      'no place in a title',
      { buttons: [{ type: 'quick-reply', title: 'See {{what}}' }] },
      'buttons[0].title no-places-here',
    ],
    [
      'quick replies together',
      {
        buttons: [
          { type: 'quick-reply', title: 'Yes' },
          ...url('https://ex.in'),
          { type: 'quick-reply', title: 'No' },
        ],
      },
      'buttons buttons-mixed',
    ],
    [
      'at most two links',
      {
        buttons: ['A', 'B', 'C'].map((title) => ({ type: 'url', title, url: 'https://ex.in/' })),
      },
      'buttons.url too-many',
    ],
    [
      'a place only at the end of a link',
      { buttons: url('https://ex.in/{{1}}/b') },
      'buttons[0].url place-at-end',
    ],
    ['a sample for the link', { buttons: url('https://ex.in/{{1}}') }, 'buttons[0].url no-sample'],
    ['an address', { buttons: url('ex.in') }, 'buttons[0].url format'],
    ['no shortened link', { buttons: url('https://bit.ly/abc') }, 'buttons[0].url link'],
    ['no link back', { body: 'Hello, {{what}} on {{when}}: see https://wa.me/91 for it all.' }, 'body link'],
    [
      'a code only where one is sent',
      { buttons: [{ type: 'copy-code', title: 'Copy' }] },
      'buttons[0] wrong-button',
    ],
    ['the language it says', { language: 'ta' }, 'body wrong-language'],
  ];
  test.each(cases)('%s', (_name, change, rule) => {
    expect(rulesOf(change)).toContain(rule);
  });

  test('a code has one place and one button to copy it', () => {
    const code: TemplateDefinition = {
      ...good,
      category: 'authentication',
      body: '{{code}} is your code.',
      samples: { code: '123456' },
      buttons: [{ type: 'copy-code', title: 'Copy code' }],
    };
    expect(checkTemplateDefinition(code)).toEqual([]);
    expect(checkTemplateDefinition({ ...code, buttons: good.buttons })).not.toEqual([]);
    expect(checkTemplateDefinition({ ...code, body: 'No place' })).not.toEqual([]);
  });
});

describe.each(templatePurposes)('our %s', (purpose) => {
  test.each(languages)('may be submitted in %s', (language) => {
    const definition = definitionOf(purpose, language);
    expect(checkTemplateDefinition(definition)).toEqual([]);
    // As a reply button inside the window too.
    for (const { title } of definition.buttons)
      expect(textLength(title)).toBeLessThanOrEqual(limits.buttonTitle);
  });

  test.each(languages)('says in %s what it says in English', (language) => {
    const { wording, taps, category } = templateSet[purpose];
    expect(placesOf(wording[language].body).sort()).toEqual(placesOf(wording.en.body).sort());
    if (category === 'authentication') return;
    expect(wording[language].buttons.length).toBe(taps.length);
  });

  test('speaks of nothing clinical', () => {
    const { wording } = templateSet[purpose];
    const words = Object.values(wording)
      .map(({ body }) => body)
      .join(' ');
    expect(words).not.toMatch(
      /symptom|diagnos|prescri|medicine|tablet|disease|test result|treatment|நோய்|மருந்து|அறிகுறி|சிகிச்சை|பரிசோதனை/i,
    );
    const allowed = new Set<string>(Object.keys(placeSamples.en));
    for (const place of placesOf(words)) expect(allowed).toContain(place);
  });
});
