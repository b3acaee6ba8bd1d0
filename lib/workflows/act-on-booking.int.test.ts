import { beforeEach, describe, expect, test } from 'vitest';
import type { BookingAct } from '../booking/desk/schema';
import { findBookingByReference } from '../booking/queries';
import type { Booking } from '../booking/types';
import { newId } from '../db/new-id';
import type { StaffActor } from '../tenancy/types';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { actOnBooking } from './act-on-booking';
import { callNext } from './call-next';
import { loadBooking } from './load-booking';
import { loadQueue } from './load-queue';
import { tellLate } from './tell-late';

let desk: ChatDesk;

beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

const actor: StaffActor = { userId: newId(), name: 'Meena', role: 'staff', address: '', agent: '' };

async function booked(visitor: ChatVisitor): Promise<Booking> {
  await desk.say(visitor, 'court tomorrow 6 pm');
  await desk.tap(visitor, visitor.phone.name);
  const body = await desk.tap(visitor, 'Confirm');
  const reference = /\*([0-9A-Z]{6})\*/.exec(body)?.[1] ?? '';
  const booking = await findBookingByReference(desk.db.database.prisma, desk.scope, reference);
  if (!booking) throw new Error(`Nothing was booked: ${body}`);
  return booking;
}

const act = (booking: Booking, what: BookingAct, within: string | null = null) =>
  actOnBooking(desk.world, desk.scope, { actor, booking: booking.id, within, act: what });

const detail = (booking: Booking) =>
  loadBooking(desk.db.database.prisma, desk.scope, {
    booking: booking.reference,
    within: null,
    now: desk.now(),
  });

const audited = async (): Promise<string[]> => {
  const rows = await desk.db.database.prisma.auditEntry.findMany({ orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  return rows.map((row) => row.action);
};

describe('what staff do to a booking', () => {
  test('cancelled with a reason, the customer reads why and the place goes to who waits', async () => {
    const players = ['Arun', 'Bala', 'Chitra', 'Devi'].map((name) => desk.visitor(name));
    const bookings: Booking[] = [];
    for (const player of players) bookings.push(await booked(player));
    const waiting = desk.visitor('Ezhil');
    await desk.say(waiting, 'court tomorrow 6 pm');
    await desk.tap(waiting, 'Waiting list');
    const [booking] = bookings;
    const [arun] = players;
    if (!booking || !arun) throw new Error('Nobody booked.');
    const cancel = {
      act: 'cancel',
      version: booking.version,
      key: newId(),
      tell: true,
      reason: 'Rain on the court',
    } as const;
    expect((await act(booking, cancel)).told).toBe('message');
    await desk.settle();
    expect(arun.body()).toContain('Rain on the court');
    expect(waiting.body()).toContain('Good news');
    expect(await audited()).toContain('booking.cancel');
    await expect(act(booking, cancel)).rejects.toMatchObject({ code: 'conflict' });
  });

  test('of two at the desk one wins and the other is told; nothing is half done', async () => {
    const booking = await booked(desk.visitor('Arun'));
    const { version } = booking;
    const results = await Promise.allSettled([
      act(booking, { act: 'cancel', version, key: newId(), tell: true, reason: 'one' }),
      act(booking, { act: 'attendee', version, key: newId(), tell: true, name: 'Other' }),
    ]);
    expect(results.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await audited()).length).toBe(1);
  });

  test('attendance is marked, corrected and taken back, and all of it stands in the history', async () => {
    const booking = await booked(desk.visitor('Arun'));
    let { version } = booking;
    for (const [what, status] of [
      ['check-in', 'checked-in'],
      ['reopen', 'confirmed'],
      ['no-show', 'no-show'],
      ['check-in', 'checked-in'],
      ['complete', 'completed'],
      ['reopen', 'confirmed'],
    ] as const) {
      ({ version } = await act(booking, { act: what, version }));
      expect((await detail(booking)).status).toBe(status);
    }
    const kinds = (await detail(booking)).timeline.flatMap((one) => (one.what === 'event' ? [one.kind] : []));
    expect(kinds.slice(-6)).toEqual([
      'checked-in',
      'reopened',
      'no-show',
      'checked-in',
      'completed',
      'reopened',
    ]);
  });

  test('another person, a note and the confirmation again', async () => {
    const visitor = desk.visitor('Arun');
    const booking = await booked(visitor);
    const { version } = booking;
    await act(booking, { act: 'attendee', version, key: newId(), tell: true, name: 'Kavitha' });
    await act(booking, { act: 'note', was: null, note: 'left-handed racket' });
    const key = newId();
    expect(await act(booking, { act: 'resend', key })).toMatchObject({ told: 'message' });
    await act(booking, { act: 'resend', key });
    await desk.settle();
    const shown = await detail(booking);
    expect(shown).toMatchObject({ attendeeName: 'Kavitha', note: 'left-handed racket' });
    const said = shown.timeline.flatMap((one) => (one.what === 'message' ? [one.label] : []));
    expect(said).toEqual(['confirmed.body', 'notice.attendee', 'confirmed.body']);
    expect(visitor.body()).toContain('Kavitha');
  });

  test('of two who write the note at once the second is told, and nothing of the first is lost', async () => {
    const booking = await booked(desk.visitor('Arun'));
    const first = { act: 'note', was: null, note: 'left-handed' } as const;
    await act(booking, first);
    await act(booking, first);
    await expect(act(booking, { act: 'note', was: null, note: 'pays cash' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await detail(booking)).note).toBe('left-handed');
    await act(booking, { act: 'note', was: 'left-handed', note: null });
    expect((await detail(booking)).note).toBeNull();
  });

  test('a practitioner finds nothing outside their own calendar', async () => {
    const booking = await booked(desk.visitor('Arun'));
    const note: BookingAct = { act: 'note', was: null, note: 'x' };
    await expect(act(booking, note, newId())).rejects.toMatchObject({ code: 'not-found' });
    await expect(act(booking, note, booking.resourceId)).resolves.toBeTruthy();
  });
});

test('those still to come today hear of the delay once, and who cannot is named', async () => {
  const visitor = desk.visitor('Arun');
  const booking = await booked(visitor);
  desk.pass({ minutes: 23 * 60 });
  const zone = 'Asia/Kolkata';
  const late = { actor, resourceId: booking.resourceId, zone, minutes: 25, key: newId() };
  expect(await tellLate(desk.world, desk.scope, late)).toEqual({ told: 1, untold: [] });
  await tellLate(desk.world, desk.scope, late);
  await desk.settle();
  expect(visitor.body()).toContain('25 minutes late');
  expect(
    visitor.received().filter(({ content }) => 'body' in content && content.body.includes('late today')),
  ).toHaveLength(1);
  desk.pass({ minutes: 120 });
  const again = { ...late, key: newId() };
  expect(await tellLate(desk.world, desk.scope, again)).toEqual({
    told: 0,
    untold: [{ reference: booking.reference, name: 'Arun', why: 'window-closed' }],
  });
  const queue = await loadQueue(desk.db.database.prisma, desk.scope, {
    resourceId: booking.resourceId,
    date: '2026-11-25',
    zone,
    now: desk.now(),
  });
  expect(queue.rows.map(({ token, reference }) => [token, reference])).toEqual([[1, booking.reference]]);
});

describe('calling the next one in', () => {
  const queue = async (booking: Booking) =>
    (
      await loadQueue(desk.db.database.prisma, desk.scope, {
        resourceId: booking.resourceId,
        date: '2026-11-25',
        zone: 'Asia/Kolkata',
        now: desk.now(),
      })
    ).rows.map(({ id, version, status, arrivedAt, calledAt }) => ({
      id,
      version,
      status,
      here: arrivedAt !== null,
      called: calledAt !== null,
    }));
  const call = (inside: { id: string; version: number } | null, next: { id: string; version: number }) =>
    callNext(desk.world, desk.scope, { actor, within: null, inside, next });

  async function twoOfOneDay(): Promise<[Booking, Booking]> {
    const first = await booked(desk.visitor('Arun'));
    const second = await booked(desk.visitor('Bala'));
    // The same court an hour later, so that both are of one day.
    await desk.db.database.prisma.$transaction([
      desk.db.database.prisma.occupancy.deleteMany({ where: { bookingId: second.id } }),
      desk.db.database.prisma.booking.updateMany({
        where: { id: second.id },
        data: {
          resourceId: first.resourceId,
          startsAt: new Date(first.startsAt.getTime() + 3_600_000),
          endsAt: new Date(first.endsAt.getTime() + 3_600_000),
        },
      }),
    ]);
    return [first, second];
  }

  test('checks in who comes, waits for a call, and one call ends the visit before it', async () => {
    const [first, second] = await twoOfOneDay();
    await act(first, { act: 'check-in', version: first.version });
    expect(await queue(first)).toMatchObject([
      { status: 'checked-in', here: true, called: false },
      { status: 'confirmed', here: false, called: false },
    ]);
    const [waiting] = await queue(first);
    await call(null, waiting ?? { id: '', version: 0 });
    const [inside, next] = await queue(first);
    expect(inside).toMatchObject({ called: true });
    await call(inside ?? null, next ?? { id: '', version: 0 });
    expect(await queue(first)).toMatchObject([
      { status: 'completed' },
      { id: second.id, status: 'checked-in', here: true, called: true },
    ]);
  });

  test('of two who press at once one calls, and nobody’s visit is ended twice', async () => {
    const [first, second] = await twoOfOneDay();
    const presses = await Promise.allSettled([call(null, first), call(null, first)]);
    expect(presses.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    const stale = { id: first.id, version: first.version };
    await expect(call(stale, second)).rejects.toMatchObject({ code: 'conflict' });
    expect((await queue(first))[1]).toMatchObject({ status: 'confirmed', here: false });
  });

  test('who was called and put back waits again', async () => {
    const [first] = await twoOfOneDay();
    await call(null, first);
    const [inside] = await queue(first);
    const { version } = await act(first, { act: 'reopen', version: inside?.version ?? 0 });
    desk.pass({ minutes: 1 });
    await act(first, { act: 'check-in', version });
    expect((await queue(first))[0]).toMatchObject({ status: 'checked-in', called: false });
  });
});
