import type { Relation } from '../../customers/types';
import type { Language } from '../../kernel/local-text';

export type DemoPerson = {
  name: string;
  language: Language;
  family: { name: string; relation: Relation; age: number }[];
};

const person = (name: string, language: Language, ...family: DemoPerson['family']): DemoPerson => ({
  name,
  language,
  family,
});

/** Customers of the demo business. Nobody real: their numbers are ones that are given to nobody. */
export const demoPeople: DemoPerson[] = [
  person('அருண் குமார்', 'ta', { name: 'லட்சுமி', relation: 'mother', age: 61 }),
  person('Divya Srinivasan', 'en', { name: 'Aadhav', relation: 'son', age: 6 }),
  person('செந்தில் வேலன்', 'ta', { name: 'தமிழரசி', relation: 'daughter', age: 4 }),
  person('Naveen Raj', 'en'),
  person('கவிதா முருகன்', 'ta', { name: 'முருகன்', relation: 'husband', age: 42 }),
  person('Suresh Babu', 'en', { name: 'Padma', relation: 'wife', age: 38 }),
  person('பிரகாஷ் ராஜேந்திரன்', 'ta'),
  person('Harini Venkatesh', 'en', { name: 'Venkatesh', relation: 'father', age: 67 }),
  person('மணிகண்டன்', 'ta', { name: 'இனியன்', relation: 'son', age: 9 }),
  person('Fathima Begum', 'en', { name: 'Ayaan', relation: 'son', age: 3 }),
  person('விஜயலட்சுமி', 'ta'),
  person('Joseph Antony', 'en', { name: 'Mary', relation: 'mother', age: 70 }),
  person('தினேஷ் கார்த்திகேயன்', 'ta'),
  person('Anitha Balaji', 'en', { name: 'Nila', relation: 'daughter', age: 7 }),
  person('சரவணன் பெருமாள்', 'ta', { name: 'பெருமாள்', relation: 'father', age: 72 }),
  person('Rahul Menon', 'en'),
  person('யாழினி', 'ta'),
  person('Gokul Krishnan', 'en', { name: 'Vasantha', relation: 'mother', age: 58 }),
  person('இளங்கோ சுந்தரம்', 'ta', { name: 'கயல்விழி', relation: 'daughter', age: 11 }),
  person('Preethi Nair', 'en'),
  person('பாலமுருகன்', 'ta', { name: 'செல்வி', relation: 'wife', age: 35 }),
  person('Imran Khan', 'en'),
  person('நந்தினி ரமேஷ்', 'ta', { name: 'ரித்விக்', relation: 'son', age: 5 }),
  person('Vignesh Shankar', 'en'),
  person('ஜெயந்தி', 'ta', { name: 'கண்ணன்', relation: 'husband', age: 49 }),
];

/** Indian mobile numbers begin with 6 to 9; these begin with 0, so that nobody is ever written to. */
export const demoWaId = (place: number): string => `910000000${String(100 + place)}`;
