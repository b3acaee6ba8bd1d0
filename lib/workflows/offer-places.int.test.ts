import { beforeEach, describe, expect, test } from 'vitest';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { addClosures } from '../catalog/commands/add-closures';
import { transaction } from '../db/transaction';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';
import { lift } from './closures/lift';
import { offerPlaces } from './offer-places';

let desk: ChatDesk;

// Each test has a club of its own: a waiting list is about everything that happens on a day.
beforeEach(async () => {
  desk = await ChatDesk.open();
  return () => desk.close();
});

const evening = 'court tomorrow 6 pm';

/** Four customers, so that all four courts are booked tomorrow at six. */
async function fillSix(): Promise<ChatVisitor[]> {
  const players = ['Arun', 'Bala', 'Chitra', 'Devi'].map((name) => desk.visitor(name));
  for (const player of players) {
    await desk.say(player, evening);
    await desk.tap(player, player.phone.name);
    expect(await desk.tap(player, 'Confirm')).toContain('✅');
  }
  return players;
}

/** Somebody who wants six o'clock, cannot have it, and joins the list. */
async function waiting(name: string, identity: 'both' | 'bsuid' = 'both'): Promise<ChatVisitor> {
  const visitor = desk.visitor(name, identity);
  await desk.say(visitor, evening);
  expect(await desk.tap(visitor, 'Waiting list')).toContain('You are on the waiting list');
  return visitor;
}

async function cancel(player: ChatVisitor | undefined): Promise<void> {
  if (!player) throw new Error('Nobody to cancel.');
  await desk.say(player, 'cancel my booking');
  await desk.tap(player, 'Yes, cancel');
  expect(player.body()).toContain('Cancelled');
}

/** Staff call a booking off without a word in the chat. */
async function cancelAtTheDesk(player: ChatVisitor | undefined): Promise<void> {
  const booking = await desk.db.database.prisma.booking.findFirstOrThrow({
    where: { customer: { profileName: player?.phone.name ?? '' } },
  });
  const { id: bookingId } = booking;
  const actor = { kind: 'staff', id: 'desk' } as const;
  await transaction(desk.db.database, (tx) =>
    cancelBooking(tx, desk.scope, { bookingId, reason: 'asked at the desk', actor, now: desk.now() }),
  );
}

const isOffered = (visitor: ChatVisitor): boolean => visitor.body().startsWith('Good news');
const offersTo = (visitor: ChatVisitor): number =>
  visitor.received().filter(({ content }) => 'body' in content && content.body.startsWith('Good news'))
    .length;

const entries = async (): Promise<string[]> => {
  const rows = await desk.db.database.prisma.waitlistEntry.findMany({
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => row.status);
};

const liveHolds = async (): Promise<number> =>
  desk.db.database.prisma.booking.count({
    where: { status: 'held', holdUntil: { gt: desk.now() } },
  });

describe('P15 the waiting list', () => {
  test('P15 a cancelled place is offered to the first alone, after ten silent minutes to the next', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    desk.pass({ minutes: 1 });
    const second = await waiting('Fathima');
    desk.pass({ minutes: 30 });
    await cancel(arun);

    expect(first.body()).toMatch(/Good news.*Tomorrow, Wednesday, 25 Nov · evening 6:00 – 7:00 PM.*7:51 AM/s);
    expect(first.titles()).toEqual(['Confirm', 'No thanks']);
    expect(isOffered(second)).toBe(false);
    expect(await liveHolds()).toBe(1);

    desk.pass({ minutes: 9 });
    await desk.minute();
    expect(isOffered(second)).toBe(false);

    desk.pass({ minutes: 1 });
    await desk.minute();
    expect(isOffered(second)).toBe(true);
    expect(await entries()).toEqual(['lapsed', 'offered']);

    expect(await desk.tap(second, 'Confirm')).toContain('✅');
    expect(await desk.tap(first, 'Confirm')).toContain('just taken');
    await desk.minute();
    expect(await entries()).toEqual(['lapsed', 'taken']);
    expect([offersTo(first), offersTo(second)]).toEqual([1, 1]);
  });

  test('P15 "No thanks" makes room for the next at once', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    desk.pass({ seconds: 5 });
    const second = await waiting('Fathima');
    await cancel(arun);
    expect(await desk.tap(first, 'No thanks')).toContain('nothing was booked');
    expect(isOffered(second)).toBe(true);
    expect(await entries()).toEqual(['declined', 'offered']);
  });

  test('P15 two places that come free at once go to two people, never one to both', async () => {
    const [arun, bala] = await fillSix();
    const people: ChatVisitor[] = [];
    for (const name of ['Ezhil', 'Fathima', 'Gopi']) {
      people.push(await waiting(name));
      desk.pass({ seconds: 5 });
    }
    for (const player of [arun, bala]) {
      if (!player) continue;
      await desk.say(player, 'cancel my booking');
      player.tap('Yes, cancel');
    }
    await desk.settle();
    expect(people.map(isOffered)).toEqual([true, true, false]);
    const holds = await desk.db.database.prisma.booking.findMany({ where: { status: 'held' } });
    expect(new Set(holds.map((hold) => hold.resourceId)).size).toBe(2);
  });

  test('P15 ten workers looking at one list at once make one offer', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    desk.pass({ seconds: 5 });
    const second = await waiting('Fathima');
    const list = await desk.db.database.prisma.waitlistEntry.findFirstOrThrow();
    await desk.say(arun ?? first, 'cancel my booking');
    (arun ?? first).tap('Yes, cancel');
    await desk.simulator.control.settled();
    await desk.work();
    const job = {
      businessId: list.businessId,
      serviceId: list.serviceId,
      onDate: list.onDate.toISOString().slice(0, 10),
    };
    await Promise.all(Array.from({ length: 10 }, () => offerPlaces(desk.world, job)));
    await desk.settle();
    expect([offersTo(first), offersTo(second)]).toEqual([1, 0]);
    expect(await liveHolds()).toBe(1);
  });

  test('P15 what was free when they joined is no news', async () => {
    await fillSix();
    const first = await waiting('Ezhil');
    await desk.minute();
    const rival = desk.visitor('Hari');
    await desk.say(rival, 'court tomorrow 7 am');
    await desk.tap(rival, 'Hari');
    await desk.tap(rival, 'Cancel');
    await desk.minute();
    expect(isOffered(first)).toBe(false);
    expect(await entries()).toEqual(['waiting']);
  });

  test('P15 a moved booking frees its old time for those who wait', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    if (!arun) throw new Error('nobody');
    await desk.tap(arun, 'Reschedule');
    await desk.say(arun, 'tomorrow 9 am');
    expect(await desk.tap(arun, 'Confirm')).toContain('Moved');
    expect(isOffered(first)).toBe(true);
  });

  test('P15 a closure that is lifted makes room for those who wait, once', async () => {
    const { prisma } = desk.db.database;
    const service = await prisma.service.findFirstOrThrow({ where: { kind: 'court' } });
    const court = await prisma.resource.findFirstOrThrow({ where: { kind: 'court' } });
    const tomorrow = { startsOn: '2026-11-25', endsOn: '2026-11-25', yearly: false };
    const netting = { ...tomorrow, resourceId: court.id, fromMinute: 17 * 60, toMinute: 20 * 60 };
    await transaction(desk.db.database, (tx) =>
      addClosures(tx, desk.scope, [{ ...netting, reason: { en: 'New net' } }], desk.now()),
    );
    for (const name of ['Arun', 'Bala', 'Chitra']) {
      const player = desk.visitor(name);
      await desk.say(player, evening);
      await desk.tap(player, name);
      await desk.tap(player, 'Confirm');
    }
    const first = await waiting('Ezhil');
    desk.pass({ minutes: 1 });
    await desk.minute();
    expect(isOffered(first)).toBe(false);

    const { id: closureId } = await prisma.closure.findFirstOrThrow({ where: { resourceId: court.id } });
    const role = 'owner' as const;
    const actor = { userId: 'u', name: 'Kalai', role, address: '127.0.0.1', agent: 'test' };
    const editor = { world: desk.world, scope: desk.scope, actor };
    await lift(editor, closureId);
    await desk.settle();
    expect(isOffered(first)).toBe(true);
    const offer = await prisma.booking.findFirstOrThrow({ where: { status: 'held' } });
    expect(offer).toMatchObject({ resourceId: court.id, serviceId: service.id });

    await lift(editor, closureId);
    await desk.settle();
    expect(offersTo(first)).toBe(1);
    expect(await prisma.auditEntry.count({ where: { action: 'closure.lift' } })).toBe(1);
    await expect(lift(editor, desk.scope.businessId)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('P15 an offer is understood in words, too, and its buttons work in the middle of something else', async () => {
    const [arun, bala] = await fillSix();
    const first = await waiting('Ezhil');
    desk.pass({ seconds: 5 });
    const second = await waiting('Fathima');
    await cancel(arun);
    expect(await desk.say(first, 'yes')).toContain('✅');
    await desk.say(second, 'doctor on Saturday');
    await cancel(bala);
    expect(isOffered(second)).toBe(true);
    expect(await desk.tap(second, 'Confirm')).toContain('✅');
    await desk.minute();
    expect(await entries()).toEqual(['taken', 'taken']);
    // What they were in the middle of is one tap away.
    expect(second.body()).toContain('Shall we continue where you left off?');
    expect(await desk.tap(second, 'Continue')).toContain('Which doctor');
  });

  test('P15 whoever booked that day themselves has left the list', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    desk.pass({ minutes: 1 });
    await desk.say(first, 'court tomorrow 8 pm');
    await desk.tap(first, 'Ezhil');
    await desk.tap(first, 'Confirm');
    await cancel(arun);
    expect(offersTo(first)).toBe(0);
    expect(await entries()).toEqual(['left']);
  });

  test('P22 P15 outside the 24 hours nothing is said: staff are shown the chat, and the next is asked', async () => {
    const first = desk.visitor('Ezhil');
    const saturday = 'court Saturday 6 pm';
    const players = ['Arun', 'Bala', 'Chitra', 'Devi'].map((name) => desk.visitor(name));
    for (const player of players) {
      await desk.say(player, saturday);
      await desk.tap(player, player.phone.name);
      await desk.tap(player, 'Confirm');
    }
    await desk.say(first, saturday);
    await desk.tap(first, 'Waiting list');
    desk.pass({ minutes: 23 * 60 + 55 });
    const second = desk.visitor('Fathima');
    await desk.say(second, saturday);
    await desk.tap(second, 'Waiting list');
    await cancel(players[0]);
    expect(offersTo(first)).toBe(0);
    expect(isOffered(second)).toBe(true);
    expect(await entries()).toEqual(['waiting', 'offered']);
    const { prisma } = desk.db.database;
    const flagged = await prisma.thread.findMany({ where: { staffReason: 'place-free' } });
    expect(flagged).toHaveLength(1);
    // They write again: the next place is theirs.
    await desk.say(first, 'hi');
    await cancel(players[1]);
    expect(isOffered(first)).toBe(true);
  });

  test('P15 nothing is offered while staff have the chat, for days that are over, or twice for one wish', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    expect(await desk.say(first, 'add me to the waiting list')).not.toContain('Good news');
    await desk.say(first, 'talk to staff');
    await cancel(arun);
    await desk.minute();
    expect(offersTo(first)).toBe(0);
    expect(await entries()).toEqual(['waiting']);
    desk.pass({ minutes: 60 * 48 });
    await desk.minute();
    expect(await entries()).toEqual(['lapsed']);
    expect(offersTo(first)).toBe(0);
  });

  test('P15 while the channel is paused nobody is offered a place they could not hear of', async () => {
    const [arun] = await fillSix();
    const first = await waiting('Ezhil');
    const { prisma } = desk.db.database;
    await cancelAtTheDesk(arun);
    await prisma.channel.updateMany({ data: { pausedReason: 'The token has expired.' } });
    desk.pass({ minutes: 1 });
    await desk.minute();
    expect(await entries()).toEqual(['waiting']);
    await prisma.channel.updateMany({ data: { pausedReason: null } });
    desk.pass({ minutes: 1 });
    await desk.minute();
    expect(isOffered(first)).toBe(true);
  });

  test('P15 P27 somebody known only by a user id is offered a place in Tamil', async () => {
    const [arun] = await fillSix();
    const visitor = desk.visitor('Gowri', 'bsuid');
    await desk.say(visitor, 'நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    expect(await desk.tap(visitor, 'காத்திருப்பு')).toContain('காத்திருப்பு பட்டியலில் சேர்த்தாச்சு');
    await cancel(arun);
    expect(visitor.body()).toMatch(/நல்ல செய்தி.*நாளை, புதன், 25 நவ · மாலை 6:00 – 7:00/s);
    expect(visitor.titles()).toEqual(['உறுதி செய்', 'வேண்டாம், நன்றி']);
    expect(await desk.say(visitor, 'ஆமா')).toContain('புக் ஆயிடுச்சு');
  });
});
