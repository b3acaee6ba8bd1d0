import { z } from 'zod';
import { feedbacks } from '../kernel/feedback';
import { languageSchema } from '../kernel/local-text-schema';

const id = z.string().min(1).max(64);
const minute = z.coerce.number().int().min(0).max(2880);
const date = z.iso.date();

const pieces = z.strictObject({
  /** service */
  s: id.optional(),
  /** resource; `*` any */
  r: id.optional(),
  /** local date */
  d: date.optional(),
  /** wanted start, minutes of the local day */
  t: minute.optional(),
  /** wanted from this minute of the local day on */
  f: minute.optional(),
  /** wanted before this minute of the local day */
  u: minute.optional(),
  /** offered start, epoch minutes */
  at: z.coerce.number().int().min(0).max(10_000_000_000).optional(),
  /** length in minutes */
  l: z.coerce.number().int().min(1).max(1440).optional(),
  /** attendee */
  a: id.optional(),
  /** booking */
  b: id.optional(),
  /** pack */
  c: id.optional(),
  /** booking being moved */
  m: id.optional(),
  /** first minute of the local day of a further page of times */
  p: minute.optional(),
  /** first row of a further page */
  n: z.coerce.number().int().min(0).max(1000).optional(),
  /** what to change */
  w: z.enum(['day', 'time', 'resource', 'length', 'who']).optional(),
  /** what is said of a visit */
  v: z.enum(feedbacks).optional(),
  /** messages about what; absent: everything not asked for */
  k: z.enum(['reminders', 'offers']).optional(),
  /** language */
  g: languageSchema.optional(),
});

const verbs = [
  'set',
  'day-other',
  'attendee-new',
  'name-profile',
  'name-own',
  'confirm',
  'change',
  'edit',
  'drop',
  'mine',
  'booking',
  'cancel',
  'cancel-yes',
  'cancel-no',
  'move',
  'wait',
  'resume',
  'fresh',
  'menu',
  'back',
  'price',
  'hours',
  'help',
  'staff',
  'language',
  'pay',
  'paid',
  'receipt',
  'pack-receipt',
  'rebook',
  'money-back',
  'coming',
  'feedback',
  'messages-on',
  'messages-off',
] as const;

export type ChoiceVerb = (typeof verbs)[number];
export type ChoicePieces = z.infer<typeof pieces>;
export type Choice = { verb: ChoiceVerb } & ChoicePieces;

const verbSchema = z.enum(verbs);

/** The id of a button or list row: all it needs to act later, whatever the chat's state is by then. ≤ 200 characters. */
export const encodeChoice = (verb: ChoiceVerb, from: ChoicePieces = {}): string => {
  const parts = Object.entries(from).filter(([, value]) => value !== undefined);
  return ['1', verb, ...parts.map(([key, value]) => `${key}=${String(value)}`)].join('|');
};

/** Reads an id of ours; null for a foreign, mangled or outdated one. */
export const parseChoice = (text: string): Choice | null => {
  const [version, verb, ...parts] = text.split('|');
  const verbRead = verbSchema.safeParse(verb);
  if (version !== '1' || !verbRead.success || parts.length > 12) return null;
  const entries = parts.map((part) => {
    const cut = part.indexOf('=');
    return [part.slice(0, cut), part.slice(cut + 1)] as const;
  });
  const read = pieces.safeParse(Object.fromEntries(entries));
  return read.success ? { verb: verbRead.data, ...read.data } : null;
};
