import { expect, test } from 'vitest';
import type { OutsideEvent } from '../../calendars/types';
import type { CalendarCopy } from '../types';
import { sortEvents } from './sort-events';

const now = new Date('2026-11-27T04:00:00Z');
const at = (time: string) => new Date(`2026-11-28T${time}:00Z`);
const bookingId = '01939d2e-0000-7000-8000-000000000001';
const eventId = '01939d2e000070008000000000000001';
const copy: CalendarCopy = { bookingId, version: 2, shown: true, startsAt: at('12:30'), endsAt: at('13:30') };
const event: OutsideEvent = {
  id: 'dentist',
  gone: false,
  bookingId: null,
  title: 'Dentist',
  time: { startsAt: at('10:00'), endsAt: at('11:00') },
  busy: true,
};
const own = { ...event, id: eventId, bookingId, time: { startsAt: at('12:30'), endsAt: at('13:30') } };
const sort = (events: OutsideEvent[], copies = [copy]) =>
  sortEvents(events, { copies, zone: 'Asia/Kolkata', now });
const nothing = { busy: [], free: [], edits: [], agreed: [], strays: [] };

test('what people write takes time, unless it is shown as free, gone or over', () => {
  const past = { startsAt: new Date(0), endsAt: new Date(1) };
  expect(
    sort([
      event,
      { ...event, id: 'free', busy: false },
      { ...event, id: 'gone', gone: true, busy: false, time: null },
      { ...event, id: 'past', time: past },
    ]),
  ).toEqual({
    ...nothing,
    busy: [{ eventId: 'dentist', startsAt: at('10:00'), endsAt: at('11:00') }],
    free: ['free', 'gone', 'past'],
  });
});

test('whole days are days of the business, the last one left out', () => {
  const days = { ...event, time: { startsOn: '2026-12-01', endsOn: '2026-12-03' } };
  expect(sort([days]).busy).toEqual([
    {
      eventId: 'dentist',
      startsAt: new Date('2026-11-30T18:30:00Z'),
      endsAt: new Date('2026-12-02T18:30:00Z'),
    },
  ]);
});

test('an event of ours blocks nothing, and agrees while it says what we wrote', () => {
  expect(sort([own])).toEqual({ ...nothing, agreed: [bookingId] });
});

test('an event of ours that was moved or deleted there is somebody’s edit', () => {
  const moved = { startsAt: at('14:00'), endsAt: at('15:00') };
  expect(sort([{ ...own, time: moved }]).edits).toEqual([{ kind: 'moved', copy, eventId, ...moved }]);
  // Of a deleted event nothing but the id is sure.
  expect(sort([{ ...own, bookingId: null, gone: true, busy: false, time: null }]).edits).toEqual([
    { kind: 'deleted', copy, eventId, startsAt: copy.startsAt, endsAt: copy.endsAt },
  ]);
});

test('our own deletion is no edit, and an event of ours that should not be there is a stray', () => {
  const hidden = { ...copy, shown: false };
  expect(sort([{ ...own, bookingId: null, gone: true, time: null }], [hidden])).toEqual(nothing);
  expect(sort([own], [hidden])).toEqual({ ...nothing, strays: [bookingId] });
  expect(sort([own], [])).toEqual({ ...nothing, strays: [bookingId] });
});

test('of an event that is told twice, the later telling counts', () => {
  expect(sort([event, { ...event, busy: false }])).toEqual({ ...nothing, free: ['dentist'] });
});
