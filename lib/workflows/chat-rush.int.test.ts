import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeChoice } from '../conversation/choice';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';

let desk: ChatDesk;
let serviceId: string;
let courts: string[];
beforeAll(async () => {
  desk = await ChatDesk.open();
  const { prisma } = desk.db.database;
  serviceId = (await prisma.service.findFirstOrThrow({ where: { kind: 'court' } })).id;
  const rows = await prisma.resource.findMany({ where: { kind: 'court' }, orderBy: { position: 'asc' } });
  courts = rows.map((row) => row.id);
});
afterAll(() => desk.close());

/** Customers who have been here before, so that a tap on a time leads straight to the review. */
async function known(name: string, count: number): Promise<ChatVisitor[]> {
  const visitors = Array.from({ length: count }, (_, index) =>
    desk.visitor(`${name} ${String.fromCharCode(65 + (index % 26))}${index >= 26 ? 'x' : ''}`),
  );
  for (const visitor of visitors) visitor.type('hi English');
  await desk.settle();
  const { prisma } = desk.db.database;
  for (const { phone } of visitors) {
    await prisma.customer.updateMany({
      where: { profileName: phone.name },
      data: { name: phone.name, language: 'en' },
    });
  }
  return visitors;
}

/** The row of a time in a list that everybody has on their phone. */
const row = (startsAt: string, court: string | null): string =>
  encodeChoice('set', { s: serviceId, r: court ?? '*', at: Date.parse(startsAt) / 60_000, l: 60 });

const isReview = (visitor: ChatVisitor): boolean => visitor.body().startsWith('Please check');
const isBooked = (visitor: ChatVisitor): boolean => visitor.body().includes('Booked!');

const bookingsAt = (startsAt: string) =>
  desk.db.database.prisma.booking.findMany({
    where: { startsAt: new Date(startsAt), status: { in: ['held', 'confirmed'] } },
  });

describe('many at once', () => {
  test('P01 fifty tap the same time of the same court: one gets it, 49 hear so with three alternatives', async () => {
    const six = '2026-11-25T12:30:00Z';
    const people = await known('Court', 50);
    for (const visitor of people) visitor.press(row(six, courts[1] ?? ''), '6:00 – 7:00', 'row');
    await desk.settle();
    const winners = people.filter(isReview);
    const losers = people.filter((visitor) => !isReview(visitor));
    expect([winners.length, losers.length]).toEqual([1, 49]);
    for (const loser of losers) {
      expect(loser.body()).toContain('was just taken by somebody else');
      const near = loser.titles().filter((title) => /\d/.test(title));
      expect(near.length).toBeGreaterThanOrEqual(3);
    }
    for (const winner of winners) await desk.tap(winner, 'Confirm');
    expect(winners.filter(isBooked)).toHaveLength(1);
    expect(await bookingsAt(six)).toMatchObject([{ status: 'confirmed', resourceId: courts[1] }]);
  }, 120_000);

  test('P02 two whose holds of one time both ran out confirm at once: one has it, the other has not', async () => {
    const nine = '2026-11-26T03:30:00Z';
    const [one, two] = await known('Pending', 2);
    if (!one || !two) throw new Error('Two are needed.');
    one.press(row(nine, courts[0] ?? ''), '9:00', 'row');
    await desk.settle();
    const first = one.option('Confirm').id;
    desk.pass({ minutes: 11 });
    two.press(row(nine, courts[0] ?? ''), '9:00', 'row');
    await desk.settle();
    const second = two.option('Confirm').id;
    desk.pass({ minutes: 11 });
    one.press(first, 'Confirm');
    two.press(second, 'Confirm');
    await desk.settle();
    expect([one, two].filter(isBooked)).toHaveLength(1);
    expect([one, two].filter((visitor) => visitor.body().includes('just taken'))).toHaveLength(1);
    expect(await bookingsAt(nine)).toMatchObject([{ status: 'confirmed' }]);
  });

  test('P03 nine want any of four courts at once: four get four different ones', async () => {
    const seven = '2026-11-27T13:30:00Z';
    const people = await known('Any', 9);
    for (const visitor of people) visitor.press(row(seven, null), '7:00 – 8:00', 'row');
    await desk.settle();
    const winners = people.filter(isReview);
    expect(winners).toHaveLength(4);
    const losers = people.filter((visitor) => visitor.body().includes('was just taken by somebody else'));
    expect(losers).toHaveLength(5);
    for (const winner of winners) winner.tap('Confirm');
    await desk.settle();
    const booked = await bookingsAt(seven);
    expect(booked.map((booking) => booking.status)).toEqual(Array(4).fill('confirmed'));
    expect(new Set(booked.map((booking) => booking.resourceId)).size).toBe(4);
  });
});
