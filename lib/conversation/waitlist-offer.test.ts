import { describe, expect, it } from 'vitest';
import { languages } from '../kernel/local-text';
import { checkMessage } from '../messaging/check-message';
import { FakeWorld } from '../testing/fake-world';
import { given } from '../testing/given-turn';
import type { BookingFact, Effect } from './types';

/** The booking behind an offer, known to the chat as held. */
const held = (serviceId = 'badminton', resourceId = 'court-2'): BookingFact =>
  new FakeWorld().booked(serviceId, resourceId, '2026-11-23', 18 * 60, {
    status: 'held',
    holdUntil: new Date('2026-11-22T10:10:00+05:30').getTime() / 60_000,
    attendeeName: 'Kavitha',
  });

const messageOf = (effects: Effect[]) => {
  const [reply] = effects;
  if (reply?.kind !== 'reply' || reply.message.kind !== 'buttons') throw new Error('An offer has buttons.');
  return reply.message;
};

const offered = (state = {}, booking = held(), customer = {}) =>
  given(state, { customer }, (chat) => chat.world.bookings.push(booking)).whenOutcome({
    kind: 'place-offered',
    booking,
  });

describe('P15 the offer of a place', () => {
  it('P26 names what, weekday, date, part of day, price and until when it is held', () => {
    const { body } = messageOf(offered().effects);
    expect(body).toContain('*Badminton court · Court 2*');
    expect(body).toContain('Tomorrow, Monday, 23 Nov · evening 6:00 – 7:00 PM');
    expect(body).toMatch(/Kavitha[\s\S]*₹600 · pay at the venue[\s\S]*until 10:10 AM/);
  });

  it('can be confirmed or declined by buttons that name the booking', () => {
    const booking = held();
    const ids = messageOf(offered({}, booking).effects).buttons.map(({ id }) => id);
    expect(ids).toEqual([`1|confirm|b=${booking.id}`, `1|drop|b=${booking.id}`]);
  });

  it.each(languages)('keeps within the limits of WhatsApp (%s), for a court and for a doctor', (language) => {
    for (const booking of [held(), held('consultation', 'dr-priya')]) {
      expect(checkMessage(messageOf(offered({ language }, booking, { language }).effects))).toEqual([]);
    }
  });

  it('P29 names 108 where it is about a doctor', () => {
    expect(messageOf(offered({}, held('consultation', 'dr-priya')).effects).footer).toContain('108');
  });

  it('becomes the question at hand only where there was none', () => {
    const booking = held();
    expect(offered({}, booking).state).toMatchObject({ step: 'review', held: booking.id });
    const busy = { step: 'time', draft: { serviceId: 'consultation', date: '2026-11-25' } } as const;
    expect(offered(busy, booking).state).toMatchObject({ ...busy, held: null });
  });

  it('is confirmed at any step, and declined without losing the booking in the making', () => {
    const booking = held();
    for (const step of ['idle', 'day', 'time', 'name', 'bookings', 'cancel', 'continue'] as const) {
      const draft = { serviceId: 'consultation', date: '2026-11-25' };
      const at = given({ step, draft }, {}, (chat) => chat.world.bookings.push(booking));
      expect(at.whenTapped(`1|confirm|b=${booking.id}`).does).toContain('confirm-booking');
      const declined = at.whenTapped(`1|drop|b=${booking.id}`);
      expect(declined.does).toEqual(['release-hold']);
      expect(declined.state.draft).toMatchObject(draft);
    }
  });

  it('once confirmed, leads back to the booking that was in the making', () => {
    const booking = held();
    const confirmed = { ...booking, status: 'confirmed' as const, holdUntil: null };
    const draft = { serviceId: 'consultation', resourceId: 'dr-priya', date: '2026-11-25' };
    const at = given({ step: 'holding', subject: booking.id, draft }, {}, (chat) =>
      chat.world.bookings.push(confirmed),
    );
    const told = at.whenOutcome({ kind: 'booking-confirmed', booking: confirmed });
    expect(told.key).toBe('confirmed.body');
    expect(told.state).toMatchObject({ step: 'continue', draft });
    const message = messageOf(told.effects);
    expect(message.body).toContain('You were in the middle of a booking: Dr. Priya');
    expect(message.buttons[0]?.id).toBe('1|resume');
    const sameDay = given({ step: 'holding', draft: { serviceId: 'badminton', date: '2026-11-23' } }, {});
    const done = sameDay.whenOutcome({ kind: 'booking-confirmed', booking: confirmed });
    expect(done.state).toMatchObject({ step: 'idle', draft: { serviceId: null } });
  });

  it.each(languages)('keeps within the limits of WhatsApp (%s) with the way back on it', (language) => {
    const booking = held('consultation', 'dr-priya');
    const draft = { serviceId: 'badminton', date: '2026-11-25', start: booking.startsAt + 2 * 1440 };
    const told = given({ language, draft }, { customer: { language } }).whenOutcome({
      kind: 'booking-confirmed',
      booking: { ...booking, status: 'confirmed', holdUntil: null },
    });
    expect(told.state.step).toBe('continue');
    expect(checkMessage(messageOf(told.effects))).toEqual([]);
  });
});
