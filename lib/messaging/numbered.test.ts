import { describe, expect, it } from 'vitest';
import { translate } from '../i18n/translate';
import { seededRandom, type Random } from '../testing/seeded-random';
import { checkMessage } from './check-message';
import { limits, textLength } from './limits';
import { type Numberable, numberedText, optionByNumber, optionsOf, typedNumber } from './numbered';
import type { OutboundMessage } from './types';

const words = { pick: 'Reply with the number of your choice.' };
const list: Numberable = {
  kind: 'list',
  header: 'Court 2',
  body: 'Which time suits you?',
  footer: 'Type "menu" for more',
  opener: 'See times',
  sections: [
    { title: 'காலை', rows: [{ id: 'a', title: '06:00', description: '₹400 · 3 courts left' }] },
    { title: 'மாலை', rows: [{ id: 'b', title: '18:00' }] },
  ],
};

describe('a message as numbered text', () => {
  it('numbers rows over all sections and asks for the number', () => {
    expect(numberedText(list, 1600, words)).toBe(
      [
        '*Court 2*',
        'Which time suits you?',
        '*காலை*\n1. 06:00 (₹400 · 3 courts left)',
        '*மாலை*\n2. 18:00',
        'Type "menu" for more',
        words.pick,
      ].join('\n\n'),
    );
  });

  it('numbers buttons', () => {
    const buttons = [
      { id: 'y', title: 'Confirm' },
      { id: 'n', title: 'Cancel' },
    ];
    expect(numberedText({ kind: 'buttons', body: 'Sure?', buttons }, 1600, words)).toBe(
      `Sure?\n\n1. Confirm\n2. Cancel\n\n${words.pick}`,
    );
  });

  it('gives a link as its address and asks for nothing', () => {
    expect(
      numberedText(
        { kind: 'link', body: 'Pay ₹600', label: 'Pay now', url: 'https://x.test/p' },
        1600,
        words,
      ),
    ).toBe('Pay ₹600\n\nPay now: https://x.test/p');
  });
});

describe('a number typed back', () => {
  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['2.', 2],
    ['(2)', 2],
    ['2)', 2],
    ['#2', 2],
    ['No. 2', 2],
    ['*2*', 2],
    ['2️⃣', 2],
    ['௨', 2],
    ['(௨)', 2],
    ['எண் ௨', 2],
    ['10', 10],
    ['௧௦', 10],
    ['௰', 10],
  ])('%s is %i', (text, number) => {
    expect(typedNumber(text)).toBe(number);
  });

  it.each(['', 'two', '6-7', '6pm', '2 people', '1 2', '25/12', '123', '-2', '2?', '06:00', '₹2'])(
    '"%s" says something else',
    (text) => {
      expect(typedNumber(text)).toBeNull();
    },
  );

  it('chooses nothing where there is no such option', () => {
    for (const text of ['0', '3', '௦', '99']) expect(optionByNumber(list, text)).toBeNull();
    expect(optionByNumber({ kind: 'text', body: '1. not an option' }, '1')).toBeNull();
  });
});

const letters = ['க', 'கு', 'ணொ', 'ஸ்ரீ', 'a', '7', '👍🏽', '₹', '*', ' '] as const;
/** At most `most` characters, without blanks at the ends. */
function texts(random: Random, most: number): string {
  const picked = Array.from({ length: random.below(most) }, () => random.pick(letters)).join('');
  return `x${Array.from(picked.normalize('NFC'))
    .slice(0, most - 2)
    .join('')}x`;
}

function anyMessage(random: Random): OutboundMessage {
  const frame = {
    body: texts(random, random.below(2) === 0 ? 900 : 60),
    ...(random.below(2) === 0 && { header: texts(random, limits.header) }),
    ...(random.below(2) === 0 && { footer: texts(random, limits.footer) }),
  };
  const count = random.below(10) + 1;
  const rows = Array.from({ length: count }, (_, at) => ({
    id: `row:${at}`,
    title: texts(random, limits.rowTitle),
    ...(random.below(2) === 0 && { description: texts(random, limits.rowDescription) }),
  }));
  const cut = random.below(count);
  const sections = [rows.slice(0, cut), rows.slice(cut)]
    .filter((part) => part.length > 0)
    .map((part) => ({ title: texts(random, limits.sectionTitle), rows: part }));
  const kinds: [() => OutboundMessage, ...(() => OutboundMessage)[]] = [
    () => ({ kind: 'text', body: frame.body }),
    () => ({
      kind: 'buttons',
      ...frame,
      buttons: rows.slice(0, 3).map(({ id }, at) => ({ id, title: `${at} ${texts(random, 18)}` })),
    }),
    () => ({ kind: 'list', ...frame, body: texts(random, 3000), opener: 'See', sections }),
    () => ({ kind: 'link', ...frame, label: 'Open', url: `https://x.test/${'p'.repeat(random.below(90))}` }),
    () => ({ kind: 'location', latitude: 13, longitude: 80, name: frame.body.slice(0, 9), address: 'x' }),
    () => ({ kind: 'document', url: 'https://x.test/r', filename: 'r.pdf' }),
    () => ({ kind: 'template', name: 'hello', language: 'ta', body: [] }),
  ];
  return random.pick(kinds)();
}

it('every option of every message is shown under its number, fits, and is chosen by typing it', () => {
  const random = seededRandom(7);
  const seen = new Map<string, number>();
  for (let round = 0; round < 3000; round += 1) {
    const message = anyMessage(random);
    const tamil = { pick: translate('ta', 'numbered.pick') };
    const options = optionsOf(message);
    for (const [at, option] of options.entries()) {
      const western = String(at + 1);
      const own = western.replace(/\d/g, (digit) => String.fromCodePoint(0x0be6 + Number(digit)));
      for (const typed of [western, `${western}.`, `(${western})`, own])
        expect(optionByNumber(message, typed), typed).toEqual({ id: option.id, title: option.title });
    }
    seen.set(message.kind, (seen.get(message.kind) ?? 0) + 1);
    if (
      message.kind !== 'text' &&
      message.kind !== 'buttons' &&
      message.kind !== 'list' &&
      message.kind !== 'link'
    )
      continue;
    const text = numberedText(message, 1600, tamil);
    expect(textLength(text)).toBeLessThanOrEqual(1600);
    for (const [at, { title }] of options.entries())
      expect(`\n${text}`).toContain(`\n${at + 1}. ${title.normalize('NFC')}`);
    if (options.length > 0) expect(text).toContain(tamil.pick.normalize('NFC'));
    if (message.kind === 'link') expect(text).toContain(message.url);
  }
  expect(seen.size).toBe(7);
  expect(checkMessage(list)).toEqual([]);
});
