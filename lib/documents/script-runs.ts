import type { Language } from '../kernel/local-text';
import { languageOfLetters } from '../kernel/script';

/** Letters of one script, and the language whose face shapes them. */
export type ScriptRun = { text: string; language: Language };

const letter = /\p{L}/u;

/**
 * The text cut where it goes over from one script into another (`Court-கோர்ட்`). The PDF library shapes word by word, each
 * by the rules of its first letter's script: Tamil vowel signs in the rest of such a word would stay where they are
 * stored, not where they are written.
 */
export function scriptRuns(text: string): ScriptRun[] {
  const runs: ScriptRun[] = [];
  let run: { text: string; language: Language | null } = { text: '', language: null };
  for (const character of text) {
    const said = languageOfLetters(character) ?? (letter.test(character) ? 'en' : null);
    if (said !== null && run.language !== null && said !== run.language) {
      runs.push({ text: run.text, language: run.language });
      run = { text: '', language: said };
    }
    run = { text: run.text + character, language: said ?? run.language };
  }
  return run.text === '' ? runs : [...runs, { text: run.text, language: run.language ?? 'en' }];
}
