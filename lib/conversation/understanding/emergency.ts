import { languageOfLetters } from '../../kernel/script';
import { phoneticKey } from './text/phonetic-key';
import type { RawToken } from './text/tokenise';

/**
 * The fixed list of words that stop the bot and name 108 (promise P29). The last word of a phrase matches any
 * ending: மயக்க… covers மயக்கம் and மயக்கமா. Latin spellings match by sound.
 */
export const emergencyPhrases: readonly string[] = [
  'அவசரம்',
  'அவசரமா',
  'அவசரமாக',
  'அவசர சிகிச்சை',
  'அவசர உதவி',
  'எமர்ஜென்சி',
  'எமர்ஜன்சி',
  'நெஞ்சு வலி',
  'நெஞ்சுவலி',
  'நெஞ்சு வலிக்',
  'நெஞ்சுல வலி',
  'நெஞ்சில் வலி',
  'மார்பு வலி',
  'மார்புல வலி',
  'chest வலி',
  'heart வலி',
  'நெஞ்சு அடைக்',
  'மாரடைப்பு',
  'ஹார்ட் அட்டாக்',
  'மூச்சுத் திணற',
  'மூச்சுத்திணற',
  'மூச்சு திணற',
  'மூச்சு விட முடிய',
  'மூச்சு வாங்க',
  'மூச்சு வர',
  'மூச்சு நின்',
  'மயக்கம்',
  'மயக்கமா',
  'மயங்கி',
  'மயக்கமடைந்',
  'இரத்தப்போக்கு',
  'ரத்தப்போக்கு',
  'ரத்தம் வரு',
  'ரத்தம் கொட்',
  'ரத்தம் நிக்',
  'இரத்தம் வரு',
  'ரத்த வாந்தி',
  'வலிப்பு',
  'விபத்து',
  'ஆக்சிடென்ட்',
  'ஆக்ஸிடென்ட்',
  'விஷம்',
  'விஷத்தை',
  'பாம்பு கடி',
  'பாம்பு கடிச்',
  'சுயநினைவு',
  'நினைவு இல்',
  'பக்கவாதம்',
  'தற்கொலை',
  'சாக போ',
  'ஆம்புலன்ஸ்',
  'தீக்காயம்',
  'avasaram',
  'avasarama',
  'avasara sigichai',
  'nenju vali',
  'nenjuvali',
  'nenju valik',
  'nenjula vali',
  'nenjil vali',
  'marbu vali',
  'maarbu vali',
  'chest vali',
  'heart vali',
  'nenju adaik',
  'nenchu vali',
  'nenja vali',
  'maaradaippu',
  'moochu thinar',
  'moochu thinaral',
  'moochu vida mudiya',
  'moochu vanguthu',
  'moochu vaangu',
  'moochu vara',
  'muchu vida',
  'muchu thinar',
  'mayakkam',
  'mayakam',
  'mayangit',
  'mayangi',
  'ratham varu',
  'ratham kottu',
  'ratham nik',
  'rathapokku',
  'rathapoku',
  'raththam',
  'ratham',
  'valippu',
  'valipu',
  'vibathu',
  'vibaththu',
  'visham',
  'paambu kadi',
  'pambu kadi',
  'suya ninaivu',
  'pakkavatham',
  'tharkolai',
  'saaga poren',
  'emergency',
  'emergancy',
  'emergncy',
  'emergeny',
  'emrgency',
  'emegency',
  'chest pain',
  'chest is pain',
  'chest paining',
  'pain in chest',
  'pain in my chest',
  'chest hurts',
  'heart attack',
  'hart attack',
  'heartattack',
  'cardiac arrest',
  'heart pain',
  'stroke',
  'unconscious',
  'unconcious',
  'fainted',
  'fainting',
  'passed out',
  'collapsed',
  'not breathing',
  'cant breathe',
  "can't breathe",
  'cannot breathe',
  'can not breathe',
  'cant breath',
  'unable to breathe',
  'breathing difficulty',
  'breathing trouble',
  'breathing problem',
  'difficulty breathing',
  'difficulty in breathing',
  'trouble breathing',
  'short of breath',
  'shortness of breath',
  'breathless',
  'struggling to breathe',
  'bleeding',
  'blood is coming',
  'lot of blood',
  'vomiting blood',
  'accident',
  'seizure',
  'convulsion',
  'having fits',
  'got fits',
  'fits came',
  'fits vandh',
  'poison',
  'overdose',
  'suicide',
  'suicidal',
  'kill myself',
  'want to die',
  'snake bite',
  'snakebite',
  'snake bit',
  'choking',
  'ambulance',
  'severe burn',
  'severe allergic reaction',
  'anaphyla',
  'paralysis',
  'paralysed',
];

const exactOnly = new Set(['ratham', 'accident', 'stroke', 'bleeding', 'collapsed']);

type Phrase = { words: string[]; keys: string[]; exact: boolean };

const phrases: Phrase[] = emergencyPhrases.map((phrase) => {
  const words = phrase.split(' ');
  return { words, keys: words.map(phoneticKey), exact: exactOnly.has(phrase) };
});

const byFirstKey = new Map<string, Phrase[]>();
for (const phrase of phrases) {
  const start = (phrase.keys[0] ?? '').slice(0, 3);
  byFirstKey.set(start, [...(byFirstKey.get(start) ?? []), phrase]);
}

function matches(phrase: Phrase, words: readonly string[], keys: readonly string[], at: number): boolean {
  const last = phrase.words.length - 1;
  return phrase.words.every((word, index) => {
    const said = words[at + index];
    const key = keys[at + index];
    const wanted = phrase.keys[index];
    if (said === undefined || key === undefined || wanted === undefined) return false;
    if (said === word || key === wanted) return true;
    // Endings are free on words long enough not to begin something else.
    return (
      index === last &&
      !phrase.exact &&
      (said.startsWith(word) ||
        (wanted.length >= 6 && key.startsWith(wanted) && languageOfLetters(said) === languageOfLetters(word)))
    );
  });
}

/** Words that may stand between those of a phrase: chest la romba vali. */
const between = new Set('la ல le il ku oda romba ரொம்ப very bad so my the is in ah ஆ கொஞ்சம் konjam'.split(' '));

/** True if the message holds words of a medical emergency in any language. */
export function isEmergency(tokens: readonly RawToken[]): boolean {
  const words = tokens.filter((token) => token.kind === 'word').map((token) => token.text);
  return holdsPhrase(words) || holdsPhrase(words.filter((word) => !between.has(word)));
}

function holdsPhrase(words: readonly string[]): boolean {
  const keys = words.map(phoneticKey);
  return keys.some(
    (key, at) => byFirstKey.get(key.slice(0, 3))?.some((phrase) => matches(phrase, words, keys, at)) ?? false,
  );
}
