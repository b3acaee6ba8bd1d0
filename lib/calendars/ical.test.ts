import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { writeCalendar, type CalendarEntry } from './ical';

const entry: CalendarEntry = {
  id: 'one',
  version: 3,
  changedAt: new Date('2026-11-27T04:00:00Z'),
  startsAt: new Date('2026-11-28T12:30:00Z'),
  endsAt: new Date('2026-11-28T13:30:00Z'),
  title: 'Court 2: A. K.',
  details: 'Badminton; K7M2PQ',
  place: 'Chennai',
  url: 'https://neram.example/demo/bookings/K7M2PQ',
  cancelled: false,
};

const written = (change: Partial<CalendarEntry> = {}, zone = 'Asia/Kolkata', name: string | null = null) =>
  writeCalendar({ name, zone, entries: [{ ...entry, ...change }] });

/** Read by a program that shares nothing with ours. */
function readBack(file: string) {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const zones = root.getAllSubcomponents('vtimezone').map((part) => new ICAL.Timezone(part));
  const events = root.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  const at = (time: ICAL.Time): Date => time.toJSDate();
  return { zones, events, at };
}

test('an independent reader finds the same instants, in the zone that the file explains', () => {
  const { events, zones, at } = readBack(written());
  expect(zones.map((zone) => zone.tzid)).toEqual(['Asia/Kolkata']);
  const [event] = events;
  if (!event) throw new Error('no event');
  expect(at(event.startDate)).toEqual(entry.startsAt);
  expect(at(event.endDate)).toEqual(entry.endsAt);
  expect([event.uid, event.sequence, event.summary, event.location]).toEqual([
    'one@neram',
    3,
    'Court 2: A. K.',
    'Chennai',
  ]);
});

test.each([
  ['before the clocks change', '2026-10-31T22:00:00Z'],
  ['on the day they go back', '2026-11-01T15:00:00Z'],
  ['on the day they go forward', '2027-03-14T15:00:00Z'],
  ['in summer', '2027-07-01T15:00:00Z'],
])('a zone with daylight saving is exact %s', (_, instant) => {
  const startsAt = new Date(instant);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const { events, at } = readBack(written({ startsAt, endsAt }, 'America/New_York'));
  expect(events.map((event) => [at(event.startDate), at(event.endDate)])).toEqual([[startsAt, endsAt]]);
});

test('texts come through whole, whatever stands in them, and no line is longer than 75 octets', () => {
  const title = 'கோர்ட் 2: அ. கு.; "x", \\n '.repeat(6).trim();
  const details = 'one\ntwo, three; four\\five';
  const file = written({ title, details }, 'Asia/Kolkata', 'பேட்மிண்டன், கோர்ட் 2');
  const [event] = readBack(file).events;
  expect([event?.summary, event?.description]).toEqual([title, details]);
  const lines = file.split('\r\n');
  expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});

test('when it was changed is told in UTC, and a cancelled booking is told as such', () => {
  const file = written({ cancelled: true });
  expect(file).toContain('DTSTAMP:20261127T040000Z');
  expect(file).toContain('STATUS:CANCELLED');
});
