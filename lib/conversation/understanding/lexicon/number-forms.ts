import { hasTamil } from '../text/scripts';
import { tamilNumberRows } from './numbers';
import type { Sense } from './senses';

const quarters: readonly (readonly [minutes: number, tamil: readonly string[], latin: readonly string[]])[] =
  [
    [15, ['ேகால்', 'ே கால்'], ['ekaal', 'ekal', 'e kaal', 'e kal', 'aekaal', 'egaal']],
    [30, ['ரை', ' அரை', 'ரைக்கு', 'ர'], ['arai', 'ara', 'are', 'arei', 'erai']],
    [
      45,
      ['ேமுக்கால்', 'ே முக்கால்'],
      ['emukkaal', 'emukkal', 'emukaal', 'emukal', 'e mukkaal', 'e mukkal', 'aemukkal', 'e mukaal'],
    ],
  ];

function formsOf(word: string, value: number): [string, Sense][] {
  const tamil = hasTamil(word);
  const stem = word.endsWith('ு') || word.endsWith('u') ? word.slice(0, -1) : null;
  if (stem === null) return [];
  const forms: [string, Sense][] = [];
  const ordinals = tamil
    ? ['ாம்', 'ாவது', 'ாந்', 'ாம']
    : ['aam', 'am', 'aavathu', 'aavadhu', 'avathu', 'avadhu', 'aavdhu'];
  for (const ending of ordinals) forms.push([stem + ending, { kind: 'ordinal', value }]);
  if (value > 12) return forms;
  for (const [minutes, tamilEndings, latinEndings] of quarters) {
    for (const ending of tamil ? tamilEndings : latinEndings) {
      const clock = ending.startsWith(' ') ? word + ending : stem + ending;
      forms.push([clock, { kind: 'clock', minutes: value * 60 + minutes }]);
    }
  }
  return forms;
}

/** Ordinals and clock words made from each Tamil number: ஆறாம், ஆறேகால், ஆறரை, ஆறேமுக்கால். */
export const numberForms = (): [string, Sense][] =>
  tamilNumberRows.flatMap(([value, words]) =>
    words.split(',').flatMap((word) => formsOf(word.trim(), value)),
  );
