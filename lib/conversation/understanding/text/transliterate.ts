const consonants: Record<string, string> = {
  க: 'k',
  ங: 'n',
  ச: 's',
  ஞ: 'n',
  ட: 't',
  ண: 'n',
  த: 't',
  ந: 'n',
  ப: 'p',
  ம: 'm',
  ய: 'y',
  ர: 'r',
  ல: 'l',
  வ: 'v',
  ழ: 'l',
  ள: 'l',
  ற: 'r',
  ன: 'n',
  ஜ: 'j',
  ஷ: 'sh',
  ஸ: 's',
  ஹ: 'h',
};
const vowels: Record<string, string> = {
  அ: 'a',
  ஆ: 'aa',
  இ: 'i',
  ஈ: 'ii',
  உ: 'u',
  ஊ: 'uu',
  எ: 'e',
  ஏ: 'e',
  ஐ: 'ai',
  ஒ: 'o',
  ஓ: 'o',
  ஔ: 'au',
  ஃ: 'f',
};
const signs: Record<string, string> = {
  'ா': 'aa',
  'ி': 'i',
  'ீ': 'ii',
  'ு': 'u',
  'ூ': 'uu',
  'ெ': 'e',
  'ே': 'e',
  'ை': 'ai',
  'ொ': 'o',
  'ோ': 'o',
  'ௌ': 'au',
  '்': '',
};

/** Tamil letters as the Latin letters a Tamil speaker would type, loosely; other characters stay. */
export function transliterate(word: string): string {
  let latin = '';
  // Code points, not graphemes: each vowel sign is read on its own.
  const letters = Array.from(word);
  for (const [at, letter] of letters.entries()) {
    const consonant = consonants[letter];
    if (consonant !== undefined) {
      const next = letters[at + 1];
      latin += consonant + (next !== undefined && next in signs ? '' : 'a');
    } else latin += vowels[letter] ?? signs[letter] ?? letter;
  }
  // ஃப is how Tamil writes f.
  return latin.replace(/fp/gu, 'f');
}
