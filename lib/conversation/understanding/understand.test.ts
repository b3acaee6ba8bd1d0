import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../kernel/local-text';
import { languageOfLetters, scripts } from '../../kernel/script';
import { demoUnderstanding } from '../../testing/demo-understanding';
import { emergencyPhrases } from './emergency';
import type { Asked } from './types';
import { understand } from './understand';

const read = (text: string, asked: Asked = null): ReturnType<typeof understand> =>
  understand(text, { ...demoUnderstanding, asked });

describe('robustness', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          'naalaiku',
          '6',
          '30',
          '/',
          '-',
          '.',
          ':',
          'மணி',
          'க்கு',
          'to',
          'or',
          'dec',
          'next',
          'sunday',
          'ஞாயிறு',
          'வரை',
          'half',
          'am',
          'of',
          'court',
          'அரை',
          '²',
          '👍',
          ' ',
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' ')),
  );

  test('P30 no text whatever makes it throw, and the same text is always read the same', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom<Asked>(null, 'date', 'time', 'name', 'age', 'confirm', 'payment'),
        (words, asked) => {
          expect(read(words, asked)).toEqual(read(words, asked));
        },
      ),
      { numRuns: 600 },
    );
  });

  test('P30 every date it gives exists and every time lies in the day', () => {
    fc.assert(
      fc.property(text, (words) => {
        const { date, time, options } = read(words);
        for (const one of [{ date, time }, ...options]) {
          if (one.date !== null)
            expect(new Date(`${one.date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(one.date);
          if (one.time !== null) expect(one.time >= 0 && one.time < 1440).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['a'],
    ['கா'],
    ['6'],
    ['6-'],
    ['1/'],
    ['half '],
    ['next '],
    ['ku '],
    ['vara mudiyathu '],
    ['tomorrow or '],
    ['\u200f'],
    ['👍🏽'],
    ["'"],
    ['dr '],
    ['5 days after '],
  ])('P30 4096 characters of %j are read in bounded time', (piece) => {
    const long = piece.repeat(4096).slice(0, 4096);
    const start = performance.now();
    read(long);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  test('P30 marks of direction, markup and lone surrogates change nothing', () => {
    const plain = read('naalaiku maalai 6 mani court venum');
    expect(read('\u200fnaalaiku\u202e maalai\u200b 6 mani court venum\ud800')).toEqual(plain);
    expect(read('*naalaiku* _maalai_ 6 mani ~court~ venum')).toMatchObject({
      date: '2026-11-23',
      time: 1080,
      serviceKind: 'court',
    });
  });
});

describe('what was asked decides', () => {
  test.each<[string, Asked, object]>([
    ['7/8', 'time', { date: null, durationMinutes: 60, ask: true }],
    ['7/12', 'date', { date: '2026-12-07', time: null }],
    ['5', 'time', { time: 1020, date: null }],
    ['5', 'date', { date: '2026-12-05', time: null }],
    ['5', null, { date: null, time: null, intent: 'other' }],
    ['6 30', 'time', { ask: true }],
    ['18', 'time', { time: 1080 }],
    ['s', 'confirm', { intent: 'yes' }],
    ['k', 'confirm', { intent: 'yes' }],
    ['k', null, { intent: 'other' }],
    ['ok book it', 'confirm', { intent: 'yes' }],
    ['vendam', 'confirm', { intent: 'no' }],
    ['booking vendam', 'confirm', { intent: 'no' }],
    ['my name is Ravi Kumar', 'name', { rest: 'Ravi Kumar' }],
    ['Velli', 'name', { rest: 'Velli' }],
    ['என் பெயர் கவிதா', 'name', { rest: 'கவிதா' }],
    ['45', 'age', { count: 45 }],
    ['5 vayasu', 'age', { count: 5 }],
  ])('%s after %s', (text, asked, expected) => {
    expect(read(text, asked)).toMatchObject(expected);
  });

  test('the next day is counted from the day last mentioned', () => {
    expect(understand('marunaal', { ...demoUnderstanding, draftDate: '2026-11-25' })).toMatchObject({
      date: '2026-11-26',
      ask: false,
    });
    expect(read('marunaal')).toMatchObject({ date: null, ask: true });
  });

  test('the hours of the day in the draft decide a bare hour', () => {
    const doctor = {
      ...demoUnderstanding,
      asked: 'time' as const,
      draftDate: '2026-11-23',
      draftKind: 'consultation' as const,
    };
    expect(understand('7', doctor)).toMatchObject({ time: 1140, ask: false });
    expect(understand('7', { ...doctor, draftKind: 'court' })).toMatchObject({ time: null, ask: true });
  });
});

describe('P26 nothing ambiguous is guessed', () => {
  test.each<[string, object[]]>([
    [
      'naalaiku 7 mani',
      [
        { date: '2026-11-23', time: 420 },
        { date: '2026-11-23', time: 1140 },
      ],
    ],
    [
      'sunday 7 mani',
      [
        { date: '2026-11-22', time: 1140 },
        { date: '2026-11-29', time: 420 },
        { date: '2026-11-29', time: 1140 },
      ],
    ],
    [
      'dec 5 sunday',
      [
        { date: '2026-12-05', time: null },
        { date: '2026-12-06', time: null },
      ],
    ],
    [
      'adutha vaaram budhan kizhamai 11 mani',
      [
        { date: '2026-11-25', time: 660 },
        { date: '2026-12-02', time: 660 },
      ],
    ],
    [
      'monday 6pm or tuesday 7pm',
      [
        { date: '2026-11-23', time: 1080 },
        { date: '2026-11-24', time: 1140 },
      ],
    ],
    [
      'next saturday',
      [
        { date: '2026-11-28', time: null },
        { date: '2026-12-05', time: null },
      ],
    ],
  ])('%s offers every reading', (text, options) => {
    expect(read(text)).toMatchObject({ ask: true, options });
  });

  test.each<[string, object]>([
    ['20/11/2026', { kind: 'past-date', date: '2026-11-20' }],
    ['today 7 am', { kind: 'past-time', date: '2026-11-22', time: 420 }],
    ['30 feb', { kind: 'impossible-date', words: '30 feb' }],
    ['march 5 2027', { kind: 'too-far', date: '2027-03-05' }],
    ['dec 5 sunday', { kind: 'date-conflict', dates: ['2026-12-05', '2026-12-06'] }],
  ])('%s is a problem of its own kind', (text, problem) => {
    expect(read(text)).toMatchObject({ problem, ask: true });
  });
});

test.each(emergencyPhrases.map((phrase) => [phrase]))(
  'P29 "%s" is an emergency, whatever else is said',
  (phrase) => {
    expect(read(phrase).intent).toBe('emergency');
    expect(read(`naalaiku 6 mani court cancel pannunga ${phrase}`).intent).toBe('emergency');
  },
);

test.each(languages)('P29 emergencies are known in %s', (language) => {
  const own = emergencyPhrases.filter(
    (phrase) => languageOfLetters(phrase) === (scripts[language] === null ? null : language),
  );
  expect(own.length).toBeGreaterThanOrEqual(20);
});

test('P29 everyday words are no emergency', () => {
  for (const text of [
    'accidentally booked twice',
    'blood test',
    'urgent ah court venum',
    'emerge',
    'kaal vali',
    'sali',
  ])
    expect(read(text).intent).not.toBe('emergency');
});

test('the language asked for is the one wanted, also when the other is refused', () => {
  expect(read('tamil la pesunga').wantsLanguage).toBe('ta');
  expect(read('english please').wantsLanguage).toBe('en');
  expect(read("i don't understand tamil").wantsLanguage).toBe('en');
  expect(read('english theriyathu').wantsLanguage).toBe('ta');
});

describe('names', () => {
  test.each([
    ['டாக்டர் பிரியா', 'dr-priya'],
    ['priya doctor', 'dr-priya'],
    ['Dr.Priya Raman', 'dr-priya'],
    ['piriya mam', 'dr-priya'],
    ['பிரியாவை பாக்கணும்', 'dr-priya'],
    ['karthick doctor', 'dr-karthik'],
    ['டாக்டர் சுப்ரமணியன்', 'dr-karthik'],
    ['dr subramaniam', 'dr-karthik'],
    ['கார்த்திக் கிட்ட', 'dr-karthik'],
    ['meena madam', 'dr-meena'],
    ['Dr Mina', 'dr-meena'],
    ['skin doctor', 'dr-meena'],
    ['court 2', 'court-2'],
    ['கோர்ட் மூணு', 'court-3'],
    ['2nd court', 'court-2'],
  ])('%s is %s', (text, id) => {
    expect(read(text).resourceIds).toEqual([id]);
  });

  test('a doctor that nobody has stays a word', () => {
    expect(read('Mani doctor irukara')).toMatchObject({
      resourceIds: [],
      serviceKind: 'consultation',
      time: null,
    });
  });

  test('any court, any doctor', () => {
    expect(read('any court tomorrow 6pm').anyResource).toBe(true);
    expect(read('எந்த டாக்டர் இருந்தாலும் சரி').anyResource).toBe(true);
  });
});

test('people, courts and weekly wishes are counted', () => {
  expect(read('innaiku night 8 to 10 rendu court')).toMatchObject({ count: 2, durationMinutes: 120 });
  expect(read('ovvoru sunday um kaalai 6-8')).toMatchObject({ weekly: true, date: '2026-11-29' });
  expect(read('4 peru varom').count).toBe(4);
});

test('a pair of times after "at" is one span, as the chat itself writes it', () => {
  const span = { date: '2026-11-27', time: 540, durationMinutes: 60 };
  expect(read('court on Fri 27 Nov at 9:00 – 10:00 AM')).toMatchObject(span);
  expect(read('court 27 nov around 9-10 am')).toMatchObject(span);
});

test('a Tamil relation after "for" or "my" is the patient, too', () => {
  expect(read('doctor for amma').attendee).toBe('mother');
  expect(read('appointment for my appa tomorrow').attendee).toBe('father');
  expect(read('amma, doctor venum').attendee).toBeNull();
});

test('a message that shows no language says so', () => {
  expect(read('6').languageClear).toBe(false);
  expect(read('ok').languageClear).toBe(false);
  expect(read('naalaiku').languageClear).toBe(true);
});

describe('what a message about money wants', () => {
  test.each([
    ['paid', 'paid|I have paid|பணம் கட்டிட்டேன்|pay panniten|gpay pannitten|done payment|transaction successful'],
    ['paid', 'payment status|amount debited but not confirmed|பேமெண்ட் முடிஞ்சது|பணம் அனுப்பிட்டேன்'],
    [
      'pay',
      'pay|link anuppu|லிங்க் அனுப்புங்க|பணம் கட்ட|send the link again|payment failed|not paid yet|இன்னும் கட்டலை',
    ],
    ['later', 'pay later|அப்புறம் கட்டறேன்|பிறகு கட்டுறேன்'],
    ['venue', 'pay at venue|cash|can i pay cash at the counter|நேர்ல கட்டலாமா|nerla kattikiren'],
    ['receipt', 'receipt|bill|ரசீது வேணும்|send me the invoice|பில் அனுப்புங்க'],
    ['refund', 'refund status|பணம் எப்போ திரும்ப வரும்|panam eppo thirumba varum|when will my money come back'],
    ['how', 'how do i pay|எப்படி பணம் கட்டணும்|do you accept upi|gpay irukka'],
  ])('%s', (topic, texts) => {
    for (const text of texts.split('|')) {
      expect([text, read(text).intent, read(text).money]).toEqual([text, 'payment', topic]);
    }
  });

  test('short words mean it only where a payment was asked for', () => {
    for (const [text, topic] of [
      ['done', 'paid'],
      ['முடிஞ்சது', 'paid'],
      ['later', 'later'],
      ['apparam', 'later'],
      ['பிறகு', 'later'],
    ] as const) {
      expect(read(text, 'payment').money, text).toBe(topic);
      expect(read(text).money, text).toBeNull();
    }
  });

  test('a map, a price and a booking are no payment', () => {
    for (const text of [
      'send the location link',
      'doctor bill evlo',
      'court fees evlo',
      'book court tomorrow 6 pm',
    ])
      expect(read(text).money, text).toBeNull();
  });
});
