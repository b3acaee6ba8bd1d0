import { expect, test } from 'vitest';
import { entryText, type EntryStyle } from './entry-text';
import type { MirroredBooking } from './types';

const booking: MirroredBooking = {
  id: 'one',
  reference: 'K7M2PQ',
  version: 2,
  resourceId: 'court',
  customerId: null,
  status: 'confirmed',
  startsAt: new Date(0),
  endsAt: new Date(3_600_000),
  changedAt: new Date(0),
  serviceName: { en: 'Badminton', ta: 'பேட்மிண்டன்' },
  resourceName: { en: 'Court 2', ta: 'கோர்ட் 2' },
  who: 'Anitha Kumar',
  phone: '+919840123456',
};
const style: EntryStyle = {
  titles: 'initials',
  language: 'en',
  namesResource: false,
  pageUrl: 'https://neram.example/demo/bookings/K7M2PQ',
};
const whole = (change: Partial<MirroredBooking>, look: Partial<EntryStyle>): string => {
  const { title, details } = entryText({ ...booking, ...change }, { ...style, ...look });
  return `${title}\n${details}`;
};

test('the whole name and the number are told only where the business chose so', () => {
  expect(whole({}, { titles: 'full' })).toContain('Anitha Kumar');
  expect(whole({}, { titles: 'full' })).toContain('+919840123456');
  expect(whole({}, { titles: 'initials' })).not.toMatch(/Anitha|Kumar|98401/);
  expect(whole({}, { titles: 'booked' })).not.toMatch(/Anitha|Kumar|98401|A\.|Badminton/);
});

test('initials are whole letters, also in Tamil', () => {
  expect(entryText(booking, style).title).toBe('A. K.');
  expect(entryText({ ...booking, who: 'கோமதி குமார்' }, style).title).toBe('கோ. கு.');
});

test('who is unknown is called by the reference', () => {
  expect(entryText({ ...booking, who: null }, style).title).toBe('K7M2PQ');
});

test('a calendar of several courts says which one, and a cancelled booking says that it is', () => {
  expect(entryText(booking, { ...style, namesResource: true }).title).toBe('Court 2: A. K.');
  expect(entryText({ ...booking, status: 'cancelled' }, { ...style, language: 'ta' }).title).toBe(
    'ரத்து: A. K.',
  );
});
