import { type Random, seededRandom } from './seeded-random';

type Place = { parent: Record<string, unknown> | unknown[]; key: string };

/**
 * A JSON body spoilt in one to four ways: fields dropped, doubled, renamed or given another type, endless nesting,
 * huge texts, characters that break things, prototype keys; now and then the bytes themselves are flipped, cut or
 * doubled. The same seed spoils the same body in the same way.
 */
export function mutateJson(body: string, seed: number): Uint8Array {
  const random = seededRandom(seed);
  const root: { body: unknown } = { body: JSON.parse(body) };
  for (let n = random.below(4) + 1; n > 0; n -= 1) spoilOnePlace(root, random);
  const bytes = new TextEncoder().encode(write(root.body));
  return random.next() < 0.15 ? spoilBytes(bytes, random) : bytes;
}

/** Stands for values that JSON.stringify cannot write: put into the text as they are. */
const raw = new Map([
  ['\u{F0000}deep-list', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['\u{F0000}deep-object', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
  ['\u{F0000}prototype', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  ['\u{F0000}huge-number', '1e999'],
  ['\u{F0000}long-number', '9'.repeat(400)],
  ['\u{F0000}doubled-key', '{"id":"a","id":"b","id":{}}'],
]);

function write(value: unknown): string {
  let text = JSON.stringify(value);
  for (const [mark, content] of raw) text = text.replaceAll(`"${mark}"`, content);
  return text;
}

const texts = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udc00x',
  '\u202Eabc\u200D\u2066',
  '👨‍👩‍👧‍👦'.repeat(50),
  'க்ஷ்'.repeat(2000),
  '*_~`\n\r\t```',
  '<script>alert(1)</script>',
  "'; DROP TABLE booking; --",
  '{"flow_token":{"a":[1]},"__proto__":null}',
  '[1,2',
  '${7*7}{{1}}%s%n',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-1',
  '99999999999999999999',
  '2026-02-30T25:61:00Z',
] as const;

const strangeValue = (random: Random): unknown => {
  const choices: readonly [() => unknown, ...(() => unknown)[]] = [
    () => null,
    () => true,
    () => random.below(2 ** 31) - 2 ** 30,
    () => 0.1 + random.next() * 1e300,
    () => [],
    () => ({}),
    () => random.pick(texts),
    () => random.pick(texts).repeat(random.below(40)),
    () => 'x'.repeat(random.below(100_000)),
    () => [...raw.keys()][random.below(raw.size)],
    () => Array.from({ length: random.below(200) }, () => random.pick(texts)),
    () => Object.fromEntries(texts.map((text, n) => [text, n])),
  ];
  return random.pick(choices)();
};

function spoilOnePlace(root: { body: unknown }, random: Random): void {
  const places = placesIn(root);
  const place = places[random.below(places.length)];
  const donor = places[random.below(places.length)];
  if (!place || !donor) return;
  const value = valueAt(place);
  const spoil: readonly [() => void, ...(() => void)[]] = [
    () => remove(place),
    () => put(place, strangeValue(random)),
    () => put(place, strangeValue(random)),
    () => put(place, [value, value]),
    () => put(place, { value }),
    () => put(place, typeof value === 'string' ? Number(value) : JSON.stringify(value)),
    () => put(place, structuredClone(valueAt(donor))),
    () => add(place, random),
    () => put(place, typeof value === 'string' ? damage(value, random) : value),
  ];
  random.pick(spoil)();
}

function placesIn(root: { body: unknown }): Place[] {
  const places: Place[] = [];
  const walk = (parent: Place['parent']) => {
    for (const [key, value] of Object.entries(parent)) {
      places.push({ parent, key });
      // Anything of this shape came out of JSON: a list, or fields by name.
      if (typeof value === 'object' && value !== null) walk(value as Place['parent']);
    }
  };
  walk(root);
  return places;
}

const valueAt = ({ parent, key }: Place): unknown => Reflect.get(parent, key);
const put = ({ parent, key }: Place, value: unknown): void => void Reflect.set(parent, key, value);

function remove({ parent, key }: Place): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (key !== 'body') Reflect.deleteProperty(parent, key);
}

/** Assigning would give `__proto__` to the object itself instead of to the JSON. */
const open = { enumerable: true, configurable: true, writable: true };

function add({ parent }: Place, random: Random): void {
  if (Array.isArray(parent)) parent.splice(random.below(parent.length + 1), 0, strangeValue(random));
  else Object.defineProperty(parent, random.pick(texts), { ...open, value: strangeValue(random) });
}

function damage(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(texts) + text.slice(at + random.below(3));
}

function spoilBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const spoilt = Uint8Array.from(bytes);
  const kind = random.below(3);
  if (kind === 0) return spoilt.slice(0, random.below(spoilt.length));
  if (kind === 1) return Uint8Array.of(...spoilt.slice(0, 4000), ...spoilt.slice(0, 4000));
  for (let n = random.below(8) + 1; n > 0; n -= 1) spoilt[random.below(spoilt.length)] = random.below(256);
  return spoilt;
}
