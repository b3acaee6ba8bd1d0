import { hasTamil } from '../text/scripts';

/** What a case ending says of its word. */
export type Suffix =
  'dative' | 'locative' | 'genitive' | 'ablative' | 'bound-after' | 'until' | 'emphasis' | 'object';

type Ending = readonly [ending: string, suffix: Suffix];

// Longest first within a meaning; tried in this order.
const tamilEndings: readonly Ending[] = [
  ['ிலிருந்து', 'ablative'],
  ['யிலிருந்து', 'ablative'],
  ['லிருந்து', 'ablative'],
  ['லேர்ந்து', 'ablative'],
  ['லருந்து', 'ablative'],
  ['லேந்து', 'ablative'],
  ['ிற்கு', 'dative'],
  ['வுக்கு', 'dative'],
  ['ுக்கு', 'dative'],
  ['க்காக', 'dative'],
  ['ுக்காக', 'dative'],
  ['க்கு', 'dative'],
  ['க்கி', 'dative'],
  ['க்கே', 'dative'],
  ['ுக்கே', 'dative'],
  ['ற்கு', 'dative'],
  ['கு', 'dative'],
  ['யன்று', 'locative'],
  ['ன்று', 'locative'],
  ['த்துல', 'locative'],
  ['த்தில்', 'locative'],
  ['யிலே', 'locative'],
  ['யில்', 'locative'],
  ['ிலே', 'locative'],
  ['ில்', 'locative'],
  ['ுல', 'locative'],
  ['ில', 'locative'],
  ['ல', 'locative'],
  ['லே', 'locative'],
  ['ல்', 'locative'],
  ['ுடைய', 'genitive'],
  ['வோட', 'genitive'],
  ['யோட', 'genitive'],
  ['ோட', 'genitive'],
  ['வின்', 'genitive'],
  ['யின்', 'genitive'],
  ['ின்', 'genitive'],
  ['ங்களா', 'emphasis'],
  ['ங்க', 'emphasis'],
  ['தானே', 'emphasis'],
  ['தான்', 'emphasis'],
  ['வும்', 'emphasis'],
  ['யும்', 'emphasis'],
  ['ும்', 'emphasis'],
  ['ம்', 'emphasis'],
  ['வை', 'object'],
  ['யை', 'object'],
  ['கை', 'object'],
  ['டை', 'object'],
  ['ை', 'object'],
  ['வ', 'object'],
  ['ய', 'object'],
  ['யா', 'emphasis'],
  ['வா', 'emphasis'],
  ['ா', 'emphasis'],
  ['ே', 'emphasis'],
];

const latinEndings: readonly Ending[] = [
  ['yilirundhu', 'ablative'],
  ['yilirunthu', 'ablative'],
  ['yilerndhu', 'ablative'],
  ['lirunthu', 'ablative'],
  ['lernthu', 'ablative'],
  ['lenthu', 'ablative'],
  ['lerndhu', 'ablative'],
  ['lendhu', 'ablative'],
  ['lirundhu', 'ablative'],
  ['larundhu', 'ablative'],
  ['ilirundhu', 'ablative'],
  ['vukku', 'dative'],
  ['vuku', 'dative'],
  ['yukku', 'dative'],
  ['ukku', 'dative'],
  ['uku', 'dative'],
  ['ukkaga', 'dative'],
  ['kaaga', 'dative'],
  ['kkaga', 'dative'],
  ['kaga', 'dative'],
  ['kku', 'dative'],
  ['ikku', 'dative'],
  ['ku', 'dative'],
  ['kki', 'dative'],
  ['ki', 'dative'],
  ['kke', 'dative'],
  ['ke', 'dative'],
  ['yila', 'locative'],
  ['yil', 'locative'],
  ['ila', 'locative'],
  ['ula', 'locative'],
  ['la', 'locative'],
  ['le', 'locative'],
  ['il', 'locative'],
  ['voda', 'genitive'],
  ['yoda', 'genitive'],
  ['oda', 'genitive'],
  ["'s", 'genitive'],
  ['ngala', 'emphasis'],
  ['nga', 'emphasis'],
  ['dhaan', 'emphasis'],
  ['thaan', 'emphasis'],
  ['than', 'emphasis'],
  ['um', 'emphasis'],
  ['ah', 'object'],
  ['va', 'object'],
  ['ya', 'object'],
  ['ai', 'object'],
  ['aa', 'object'],
  ['a', 'object'],
  ['e', 'emphasis'],
  ['s', 'emphasis'],
  ['u', 'emphasis'],
];

/** Endings typed as words of their own: "6 ku", "monday la". */
export const loneSuffixes: ReadonlyMap<string, Suffix> = new Map<string, Suffix>([
  ...[
    'ku',
    'kku',
    'ukku',
    'uku',
    'kki',
    'kaga',
    'kkaga',
    'க்கு',
    'க்கி',
    'ுக்கு',
    'கு',
    'க்காக',
    'vukku',
    'vuku',
    'kke',
  ].map((word) => [word, 'dative'] as const),
  ...['la', 'le', 'il', 'ல', 'லே', 'இல்', 'ில்'].map((word) => [word, 'locative'] as const),
  ...['oda', 'voda', 'yoda', 'ோட'].map((word) => [word, 'genitive'] as const),
  ...['ah', 'aa', 'ai', 'ஐ', 'ஆ', 'ையும்'].map((word) => [word, 'object'] as const),
  ...['um', 'thaan', 'dhaan', 'தான்', 'உம்', 'nga', 'ங்க'].map((word) => [word, 'emphasis'] as const),
  ...[
    'லேர்ந்து',
    'லேந்து',
    'லிருந்து',
    'lerndhu',
    'lendhu',
    'lirundhu',
    'இலிருந்து',
    'larundhu',
    'lernthu',
    'lenthu',
  ].map((word) => [word, 'ablative'] as const),
]);

/** The stem as it may stand in the dictionary: with its vowel mute, its final u back, its doubled letter single. */
function tamilStems(stem: string): string[] {
  const stems = [stem, `${stem}்`, `${stem}ு`, `${stem}ம்`];
  const doubled = /^(.+)(.)்\2ு?்?$/u.exec(stem);
  if (doubled?.[1] !== undefined && doubled[2] !== undefined)
    stems.push(`${doubled[1]}${doubled[2]}்`, doubled[1]);
  // Sandhi: the doubled consonant before the next word.
  if (/[கசதப]்$/u.test(stem)) stems.push(stem.slice(0, -2));
  return stems;
}

const latinStems = (stem: string): string[] => {
  const stems = [stem, `${stem}u`, `${stem}i`];
  if (/(.)\1$/u.test(stem)) stems.push(stem.slice(0, -1));
  return stems;
};

/** Every way to read the word as a stem with an ending, likeliest first. */
export function* withoutSuffix(word: string): Generator<{ stem: string; suffix: Suffix }> {
  const tamil = hasTamil(word);
  if (tamil && /[கசதப]்$/u.test(word)) yield { stem: word.slice(0, -2), suffix: 'emphasis' };
  for (const [ending, suffix] of tamil ? tamilEndings : latinEndings) {
    if (!word.endsWith(ending) || word.length - ending.length < (tamil ? 2 : 3)) continue;
    const stem = word.slice(0, -ending.length);
    for (const form of tamil ? tamilStems(stem) : latinStems(stem)) yield { stem: form, suffix };
  }
}
