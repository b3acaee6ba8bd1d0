import { type Language, languages } from '../../../kernel/local-text';
import { languageOfLetters } from '../../../kernel/script';
import { conceptRows } from './concepts';
import { dayRows } from './days';
import { Dictionary } from './dictionary';
import { monthRows, solarMonthRows } from './months';
import { numberForms } from './number-forms';
import {
  englishNumberRows,
  englishTensRows,
  fractionRows,
  oneWords,
  ordinalRows,
  tamilNumberRows,
  tensStemRows,
} from './numbers';
import { partRows } from './parts';
import { relationRows } from './relations';
import type { Sense, WordRow } from './senses';
import { fusedWeekdays, weekdayRows } from './weekdays';

const dictionary = new Dictionary();

function addWords(words: string, sense: Sense, language: Language): void {
  for (const word of words.split(',')) {
    const phrase = word.trim();
    if (phrase !== '') dictionary.add(phrase, sense, languageOfLetters(phrase) ?? language);
  }
}

function addRows<Meaning>(rows: readonly WordRow<Meaning>[], senseOf: (meaning: Meaning) => Sense): void {
  for (const [meaning, ...words] of rows)
    for (const [at, language] of languages.entries()) addWords(words[at] ?? '', senseOf(meaning), language);
}

addRows(dayRows, (day) => ({ kind: 'day', ...day }));
addRows(partRows, (code) => ({ kind: 'part', code }));
addRows(weekdayRows, (iso) => ({ kind: 'weekday', iso }));
addRows(fusedWeekdays(), (iso) => ({ kind: 'weekday', iso }));
addRows(monthRows, (month) => ({ kind: 'month', month }));
addRows(solarMonthRows, (start) => ({ kind: 'solar-month', ...start }));
addRows([...tamilNumberRows, ...oneWords, ...englishNumberRows], (value) => ({ kind: 'number', value }));
addRows([...tensStemRows, ...englishTensRows], (value) => ({ kind: 'tens', value }));
addRows(ordinalRows, (sense) => sense);
addRows(fractionRows, (minutes) => ({ kind: 'fraction', minutes }));
for (const [word, sense] of numberForms()) dictionary.add(word, sense, 'ta');
addRows(relationRows, (relation) => ({ kind: 'relation', relation }));
addRows(conceptRows, (concept) => ({ kind: 'concept', concept }));

/** Every word the bot knows, built once. */
export const lexicon = dictionary;
