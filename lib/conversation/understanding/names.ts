import { languages } from '../../kernel/local-text';
import { findWord } from './lex';
import { withoutSuffix } from './lexicon/suffixes';
import { isOneEditApart } from './text/edits';
import { phoneticKey } from './text/phonetic-key';
import { tokenise, type RawToken } from './text/tokenise';
import type { Vocabulary } from './types';

type Resource = Vocabulary['resources'][number];

const titles = new Set([
  'dr',
  'doctor',
  'docter',
  'டாக்டர்',
  'டாக்டர',
  'மருத்துவர்',
  'mr',
  'mrs',
  'ms',
  'sir',
  'madam',
  'mam',
  'சார்',
  'மேடம்',
  'amma',
  'அம்மா',
]);

const skeleton = (key: string): string => key.charAt(0) + key.slice(1).replace(/[aeiou]/gu, '');

/** A spelling of one name in either script: priya, pirya, பிரியா, சுப்ரமணியன், subramaniam. */
function soundsLike(said: string, name: string): boolean {
  if (said === name) return true;
  if (said.charAt(0) !== name.charAt(0) || Math.abs(said.length - name.length) > 2) return false;
  const [a, b] = [skeleton(said), skeleton(name)];
  if (a === b && a.length >= 3) return isOneEditApart(said, name) || name.length >= 6;
  return name.length >= 7 && said.length >= 6 && isOneEditApart(a, b) && a.length >= 5;
}

const namesIn = (resource: Resource): string[] =>
  languages.flatMap((language) => resource.name[language] ?? []);

const wordsIn = (text: string): string[] =>
  tokenise(text)
    .filter((token) => token.kind === 'word')
    .map((token) => token.text);

type Known = {
  /** Each word of the name, by sound. */
  keys: string[];
  /** Aliases of several words ("skin doctor"): they count only whole, since their words mean other things too. */
  phrases: string[];
};

const knownBySource = new WeakMap<Resource, Known>();

function knownOf(resource: Resource): Known {
  const before = knownBySource.get(resource);
  if (before) return before;
  const single = resource.aliases.filter((alias) => wordsIn(alias).length === 1);
  const words = [...namesIn(resource), ...single]
    .flatMap(wordsIn)
    .filter((word) => !titles.has(word) && word.length >= 3);
  const phrases = resource.aliases
    .map(wordsIn)
    .filter((alias) => alias.length > 1)
    .map((alias) => alias.join(' '));
  const known = { keys: [...new Set(words.map(phoneticKey))], phrases };
  knownBySource.set(resource, known);
  return known;
}

function spellings(word: string): string[] {
  const found = [phoneticKey(word)];
  for (const { stem, suffix } of withoutSuffix(word))
    if (suffix !== 'emphasis') found.push(phoneticKey(stem));
  return [...new Set(found)];
}

/** Which doctors' names stand in the message: token position → the resources it may name. */
export function findNames(tokens: readonly RawToken[], vocabulary: Vocabulary): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const doctors = vocabulary.resources.filter((resource) => resource.kind === 'doctor');
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || token.text.length < 3 || titles.has(token.text)) continue;
    // A word we know is a name only right beside "doctor": Dr Mani, but not 6 mani.
    const beside = [
      tokens[at - 1]?.text,
      tokens[at + 1]?.text,
      tokens[at - 1]?.text === '.' ? tokens[at - 2]?.text : undefined,
    ];
    const titled = beside.some((word) => word !== undefined && titles.has(word));
    if (findWord(token.text) && !(titled && tokens[at - 1]?.kind !== 'digits')) continue;
    if (token.text.length > 40) continue;
    const said = spellings(token.text);
    const ids = doctors
      .filter((doctor) => said.some((key) => knownOf(doctor).keys.some((name) => soundsLike(key, name))))
      .map((doctor) => doctor.id);
    if (ids.length > 0) found.set(at, ids);
  }
  return found;
}

/** Doctors meant by an alias of several words: "skin doctor". */
export function aliasedResources(tokens: readonly RawToken[], vocabulary: Vocabulary): string[] {
  const words = ` ${tokens
    .filter((token) => token.kind === 'word')
    .map((token) => token.text)
    .join(' ')} `;
  return vocabulary.resources
    .filter(
      (resource) =>
        resource.kind === 'doctor' &&
        knownOf(resource).phrases.some((phrase) => words.includes(` ${phrase} `)),
    )
    .map((resource) => resource.id);
}

/** The doctors that every name in the message allows: "Dr Priya Raman" is one, two different names are both. */
export function namedResources(names: ReadonlyMap<number, string[]>): string[] {
  let ids: string[] | null = null;
  for (const found of names.values()) {
    const shared: string[] = ids === null ? found : ids.filter((id) => found.includes(id));
    ids = shared.length > 0 ? shared : [...(ids ?? []), ...found];
  }
  return [...new Set(ids ?? [])];
}

/** The court that carries this number in its name. */
export const courtNumbered = (value: number, vocabulary: Vocabulary): string[] =>
  vocabulary.resources
    .filter((resource) => resource.kind === 'court')
    .filter((court) =>
      [...languages.map((language) => court.name[language] ?? ''), ...court.aliases].some((name) =>
        new RegExp(`(?<!\\d)${String(value)}(?!\\d)`, 'u').test(name),
      ),
    )
    .map((court) => court.id);
