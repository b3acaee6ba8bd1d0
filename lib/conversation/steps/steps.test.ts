import { describe, expect, it } from 'vitest';
import { demoBusiness } from '../../catalog/demo-business';
import { given } from '../../testing/given-turn';
import { encodeChoice } from '../choice';
import type { BookingFact } from '../types';
import { unpaid } from '../../terms/unpaid';

const court = { serviceId: 'badminton', anyResource: true };
const tomorrow = '2026-11-23';
const six = Date.parse('2026-11-23T18:00:00+05:30') / 60_000;
const known = { customer: { name: 'Kavitha' } };

const held: BookingFact = {
  id: 'b1',
  reference: 'K7Q2M',
  serviceId: 'badminton',
  resourceId: 'court-1',
  startsAt: six,
  durationMinutes: 60,
  status: 'held',
  attendeeId: null,
  attendeeName: 'Kavitha',
  pricePaise: 60_000,
  ...unpaid({ paymentRule: 'venue', deposit: null, refundRule: { steps: [] } }, 60_000),
  holdUntil: Date.parse('2026-11-22T10:10:00+05:30') / 60_000,
  coming: false,
  feedback: null,
  calendarUrl: 'https://neram.example/c/b1',
};

describe('service', () => {
  it('is asked when there are several', () => {
    expect(given({}).whenTyped('I want to book').state.step).toBe('service');
  });

  it('is skipped when there is one', () => {
    const catalog = { ...demoBusiness, services: demoBusiness.services.slice(0, 1) };
    expect(given({}, { catalog }).whenTyped('I want to book').key).toBe('day.ask');
  });
});

describe('doctor', () => {
  const consultation = demoBusiness.services.filter(({ kind }) => kind === 'consultation');

  it('is asked when there are several and never for a court', () => {
    expect(given({}).whenTapped(encodeChoice('set', { s: 'consultation' })).key).toBe('doctor.ask');
    expect(given({}).whenTapped(encodeChoice('set', { s: 'badminton' })).key).toBe('day.ask');
  });

  it('is skipped when there is one', () => {
    const services = consultation.map((one) => ({ ...one, offerings: one.offerings.slice(0, 1) }));
    const then = given({}, { catalog: { ...demoBusiness, services } }).whenTapped(
      encodeChoice('set', { s: 'consultation' }),
    );
    expect(then.key).toBe('day.ask');
    expect(then.state.draft.resourceId).toBe('dr-priya');
  });

  it('comes in pages where a clinic has many, any doctor on each', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({
      id: `doc-${String(n)}`,
      kind: 'doctor' as const,
      name: { en: `Dr. Number ${String(n)}` },
      detail: null,
      aliases: [],
      capacity: 1,
    }));
    const services = consultation.map((one) => ({
      ...one,
      offerings: many.map(({ id }) => ({ resourceId: id, capacity: 1 })),
    }));
    const catalog = { ...demoBusiness, services, resources: many };
    const rows = (then: ReturnType<ReturnType<typeof given>['whenTapped']>): string[] =>
      then.effects.flatMap((effect) =>
        effect.kind === 'reply' && effect.message.kind === 'list'
          ? effect.message.sections.flatMap((section) => section.rows.map(({ title }) => title))
          : [],
      );
    const first = given({}, { catalog }).whenTapped(encodeChoice('set', { s: 'consultation' }));
    expect(rows(first)).toHaveLength(10);
    const last = given({}, { catalog }).whenTapped(encodeChoice('set', { s: 'consultation', n: 16 }));
    expect(rows(last)).toEqual([
      'Dr. Number 16',
      'Dr. Number 17',
      'Dr. Number 18',
      'Dr. Number 19',
      'Any doctor',
      'More doctors',
    ]);
  });

  it('may be any', () => {
    const then = given({}).whenTapped(encodeChoice('set', { s: 'consultation', r: '*' }));
    expect(then.state.draft).toMatchObject({ resourceId: null, anyResource: true });
    expect(then.key).toBe('day.ask');
  });
});

describe('day and time', () => {
  it('a day asks for the time', () => {
    expect(given({ step: 'day', draft: court }).whenTyped('tomorrow').key).toBe('time.ask');
  });

  it('a time that is free holds the slot and says nothing yet', () => {
    const then = given({ step: 'time', draft: { ...court, date: tomorrow } }, known).whenTyped('6 pm');
    expect(then.does).toEqual(['hold-slot']);
    expect(then.key).toBe('');
    expect(then.state.step).toBe('holding');
    expect(then.effects).toMatchObject([
      {
        resourceId: null,
        startsAt: six,
        durationMinutes: 60,
        attendee: { attendeeId: null, name: 'Kavitha' },
        releases: null,
      },
    ]);
  });

  it('the only time that suits is taken without asking', () => {
    const draft = { ...court, date: tomorrow };
    const then = given({ step: 'time', draft }, known).whenTyped('after 9 pm');
    expect(then.does).toEqual(['hold-slot']);
  });
});

describe('attendee', () => {
  const slot = { ...court, date: tomorrow, time: 1080, start: six };

  it('a court asks for the name the first time and stores it with the hold', () => {
    const at = given({ step: 'name', draft: slot });
    const then = at.whenTyped('கவிதா');
    expect(then.does).toEqual(['set-name', 'hold-slot']);
  });

  it('a new patient is stored before the slot is held', () => {
    const start = Date.parse('2026-11-23T10:30:00+05:30') / 60_000;
    const draft = { serviceId: 'consultation', resourceId: 'dr-priya', date: tomorrow, start };
    const named = given({ step: 'name', draft }).whenTyped('Kavitha 34');
    expect(named.does).toEqual(['add-attendee']);
    const added = given({ ...named.state }).whenOutcome({
      kind: 'attendee-added',
      attendee: { id: 'p9', name: 'Kavitha', relation: 'other', age: 34 },
    });
    expect(added.effects).toMatchObject([{ kind: 'hold-slot', attendee: { attendeeId: 'p9' } }]);
  });
});

describe('review', () => {
  const atReview = { step: 'review' as const, held: 'b1', draft: { ...court, date: tomorrow, start: six } };
  const withHeld = (chat: { world: { bookings: BookingFact[] } }): void => {
    chat.world.bookings.push(held);
  };

  it('repeats all details when the slot is held', () => {
    const then = given({ step: 'holding', draft: { ...court, start: six } }, known).whenOutcome({
      kind: 'slot-held',
      booking: held,
    });
    expect(then.key).toBe('review.body');
    expect(then.state).toMatchObject({ step: 'review', held: 'b1' });
  });

  it('confirms on the button with consent for this booking', () => {
    const then = given(atReview, known, withHeld).whenTapped(encodeChoice('confirm', { b: 'b1' }));
    expect(then.does).toEqual(['record-consent', 'confirm-booking']);
    expect(then.key).toBe('');
  });

  it('gives the slot back on Cancel', () => {
    const then = given(atReview, known, withHeld).whenTapped(encodeChoice('drop', { b: 'b1' }));
    expect(then.does).toEqual(['release-hold']);
    expect(then.state).toMatchObject({ step: 'idle', held: null });
  });

  it('replaces the hold when the time is changed', () => {
    const then = given(atReview, known, withHeld).whenTyped('7 pm');
    expect(then.effects).toMatchObject([{ kind: 'hold-slot', startsAt: six + 60, releases: 'b1' }]);
  });

  it('offers the nearest when the hold was lost', () => {
    const then = given(atReview, known, withHeld).whenOutcome({ kind: 'hold-lost', bookingId: 'b1' });
    expect(then.key).toBe('taken.body');
    expect(then.state.held).toBeNull();
  });
});

describe('confirmed, cancelled, moved', () => {
  const booked: BookingFact = { ...held, status: 'confirmed', holdUntil: null };
  const withBooking = (chat: { world: { bookings: BookingFact[] } }): void => {
    chat.world.bookings.push(booked);
  };

  it('a confirmed booking ends the flow with its reference', () => {
    const then = given({ step: 'holding', held: 'b1', draft: court }, known).whenOutcome({
      kind: 'booking-confirmed',
      booking: booked,
    });
    expect(then.key).toBe('confirmed.body');
    expect(then.state).toMatchObject({ step: 'idle', held: null, draft: { serviceId: null } });
  });

  it('cancelling asks once, then cancels with the words of the customer', () => {
    expect(given({}, known, withBooking).whenTapped(encodeChoice('cancel', { b: 'b1' })).does).toEqual([]);
    const then = given({ step: 'cancel', subject: 'b1' }, known, withBooking).whenTyped('yes');
    expect(then.effects).toEqual([{ kind: 'cancel-booking', bookingId: 'b1', words: 'yes' }]);
  });

  it('a move holds the new time beside the old one', () => {
    const draft = { ...court, moving: 'b1', durationMinutes: 60, date: '2026-11-24' };
    const then = given({ step: 'time', draft }, known, withBooking).whenTyped('7 pm');
    expect(then.effects).toMatchObject([{ kind: 'hold-move', bookingId: 'b1', startsAt: six + 1440 + 60 }]);
  });

  it('a refused change says why', () => {
    const then = given({}, known, withBooking).whenOutcome({
      kind: 'change-refused',
      bookingId: 'b1',
      why: 'already-cancelled',
    });
    expect(then.key).toBe('cancelling.already');
    expect(
      given({}, known).whenOutcome({ kind: 'change-refused', bookingId: 'x', why: 'not-found' }).key,
    ).toBe('cancelling.notFound');
  });
});
