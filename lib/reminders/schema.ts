import { z } from 'zod';

export const reminderKinds = ['before', 'thanks', 'follow-up', 'no-show'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

const day = 1440;

/** How long before the start, or after the end, each kind may be sent; minutes. */
export const reminderSpan: Readonly<Record<ReminderKind, { least: number; most: number }>> = {
  before: { least: 15, most: 14 * day },
  thanks: { least: 15, most: 7 * day },
  'follow-up': { least: day, most: 365 * day },
  'no-show': { least: 15, most: 3 * day },
};

/** More than this for one booking is pestering. */
export const mostRules = 8;

export const reminderRuleSchema = z
  .object({ kind: z.enum(reminderKinds), minutes: z.number().int() })
  .refine(({ kind, minutes }) => minutes >= reminderSpan[kind].least && minutes <= reminderSpan[kind].most, {
    path: ['minutes'],
    message: 'reminder-span',
  });

const minute = z.number().int().min(0).max(1439);

/** Some hours of every day have to be left to write in. */
const longestQuiet = 16 * 60;

const lengthOf = ({ from, to }: { from: number; to: number }): number => (to - from + day) % day;

export const quietHoursSchema = z
  .object({ from: minute, to: minute })
  .refine((quiet) => lengthOf(quiet) > 0 && lengthOf(quiet) <= longestQuiet, {
    path: ['to'],
    message: 'quiet-span',
  });

/** The rules of one service, and the quiet hours of the whole business; null: none. */
export const reminderFormSchema = z.object({
  rules: z
    .array(reminderRuleSchema)
    .max(mostRules)
    .refine(
      (rules) =>
        new Set(rules.map(({ kind, minutes }) => `${kind} ${String(minutes)}`)).size === rules.length,
      'reminder-twice',
    ),
  quiet: quietHoursSchema.nullable(),
});
export type ReminderForm = z.infer<typeof reminderFormSchema>;

/** Why a reminder was not sent. */
export const unsentReasons = [
  'no-chat',
  'window-closed',
  'opted-out',
  'blocked',
  'channel-paused',
  /** Found too late to be of use: the background process had stood still. */
  'too-late',
  /** A later one of the same booking was due as well. */
  'overtaken',
] as const;
export type UnsentReason = (typeof unsentReasons)[number];
