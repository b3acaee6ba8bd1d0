const tamil = /\p{Script=Tamil}/u;
const letter = /\p{L}/u;

/**
 * The text cut where a word goes over from another script into Tamil or back (`Court-கோர்ட்`). The PDF library shapes
 * word by word, each by the rules of its first letter's script: Tamil vowel signs in the rest of such a word would stay
 * where they are stored, not where they are written.
 */
export function scriptRuns(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  let inTamil: boolean | null = null;
  for (const character of text) {
    const isTamil = tamil.test(character);
    const said = isTamil || letter.test(character) ? isTamil : null;
    if (said !== null && inTamil !== null && said !== inTamil) {
      runs.push(run);
      run = '';
    }
    inTamil = said ?? inTamil;
    run += character;
  }
  return run === '' ? runs : [...runs, run];
}
