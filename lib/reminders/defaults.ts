import type { ReminderForm } from './schema';

type Rules = ReminderForm['rules'];

const day = 1440;

/** What a new service begins with: a word the day before and one shortly before; of clinics, thanks as well. */
export const defaultRules: Readonly<Record<'court' | 'consultation', Rules>> = {
  court: [
    { kind: 'before', minutes: day },
    { kind: 'before', minutes: 120 },
  ],
  consultation: [
    { kind: 'before', minutes: day },
    { kind: 'before', minutes: 180 },
    { kind: 'thanks', minutes: 120 },
    { kind: 'no-show', minutes: 60 },
  ],
};
