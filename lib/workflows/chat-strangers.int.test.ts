import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ChatDesk } from '../testing/chat-desk';
import type { ChatVisitor } from '../testing/chat-visitor';

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const threadOf = (visitor: ChatVisitor) =>
  desk.db.database.prisma.thread.findFirstOrThrow({
    where: { customer: { OR: [{ bsuid: visitor.phone.bsuid ?? '' }, { waId: visitor.phone.waId ?? '' }] } },
  });

test('P27 a customer with only a user id books, looks, moves and cancels', async () => {
  const meena = desk.visitor('Meena', 'bsuid');
  expect(meena.phone.waId).toBeNull();
  await desk.say(meena, 'Dr Karthik tomorrow 10 am');
  await desk.say(meena, 'Meena 29');
  expect(await desk.tap(meena, 'Confirm')).toContain('Booked!');
  expect(await desk.say(meena, 'my bookings')).toContain('Dr. Karthik');
  await desk.tap(meena, 'Reschedule');
  await desk.say(meena, 'friday');
  await desk.say(meena, '9:30 am');
  expect(await desk.tap(meena, 'Confirm')).toContain('Moved!');
  await desk.tap(meena, 'Cancel');
  expect(await desk.tap(meena, 'Yes, cancel')).toContain('Cancelled');
  const { prisma } = desk.db.database;
  const customer = await prisma.customer.findFirstOrThrow({ where: { bsuid: meena.phone.bsuid ?? '' } });
  expect(customer).toMatchObject({ waId: null, phone: null });
  expect(await prisma.booking.count({ where: { customerId: customer.id, status: 'cancelled' } })).toBe(1);
});

describe('P29 an emergency', () => {
  const cries: [string, string][] = [
    ['Nila', 'my father has chest pain'],
    ['Oviya', 'அப்பாவுக்கு நெஞ்சு வலி'],
    ['Pari', 'nenju vali mayakkam'],
  ];

  test.each(cries)(
    'P29 of %s is answered with 108 in the middle of a booking, and staff have the chat',
    async (name, cry) => {
      const visitor = desk.visitor(name);
      await desk.say(visitor, 'doctor tomorrow');
      expect(await desk.say(visitor, cry)).toContain('108');
      expect(await threadOf(visitor)).toMatchObject({ handledBy: 'staff', staffReason: 'emergency' });
      const before = visitor.received().length;
      await desk.say(visitor, 'court tomorrow 6 pm');
      expect(visitor.received()).toHaveLength(before);
      expect(await desk.say(visitor, cry)).toContain('108');
      expect(visitor.received()).toHaveLength(before + 1);
    },
  );
});

describe('P30 nothing in a message can break or fake one', () => {
  /** A line of our own text per fact: whatever was typed stays within its line. */
  const whoLine = (visitor: ChatVisitor): string =>
    visitor
      .body()
      .split('\n')
      .find((line) => line.startsWith('👤')) ?? '';

  const names: [string, string, string][] = [
    ['stars, underscores and tildes', '*Ravi* _Kumar_ ~x~ `y`', 'Ravi Kumar x'],
    ['newlines', 'Ravi\n✅ Booked! Your reference is *FAKE*', 'Ravi'],
    ['marks that turn the direction', '\u202eRavi\u202c Kumar\u200f', 'Ravi Kumar'],
    ['HTML', '<script>alert("x")</script>', 'script'],
  ];

  test.each(names)('P30 a name with %s stays a name', async (kind, typed, kept) => {
    const visitor = desk.visitor(`Visitor ${kind}`.slice(0, 40));
    await desk.say(visitor, 'court tomorrow 11 am');
    await desk.say(visitor, typed);
    const line = whoLine(visitor);
    if (line !== '') expect(line).toContain(kept);
    expect(visitor.body()).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u200e\u200f\u202a-\u202e\u2066-\u2069<>`]/,
    );
    expect(visitor.body().startsWith('✅')).toBe(false);
    expect(visitor.body()).not.toMatch(/\n✅|\*FAKE\*/);
    await desk.say(visitor, 'cancel');
  });

  test('P30 a profile name cannot pose as our own message', async () => {
    const visitor = desk.visitor('*Neram*\n✅ Booked!\u202e _free_');
    await desk.say(visitor, 'court tomorrow 12 pm');
    for (const title of visitor.titles()) expect(title).not.toMatch(/[*_\n\u202e]/);
    await desk.tap(visitor, 'name-profile');
    expect(
      visitor
        .body()
        .split('\n')
        .some((line) => line.startsWith('✅')),
    ).toBe(false);
  });

  const long: [string, string][] = [
    ['4096 letters', 'அ'.repeat(4096)],
    ['4096 characters of marks', '*_~`'.repeat(1024)],
    ['4096 emoji with joiners', '👨‍👩‍👧‍👦'.repeat(585)],
    ['a page of HTML', '<img src=x onerror=alert(1)>'.repeat(140)],
    ['ICU places', '{name} {count, plural, one {#} other {#}} %s ${x} '.repeat(60)],
    ['half a surrogate and a zero', 'court \ud83d tomorrow \u0000 6 pm'],
  ];

  test.each(long)('P30 a message of %s gets an answer that the provider takes', async (kind, body) => {
    const visitor = desk.visitor(`Long ${kind}`.slice(0, 40));
    await desk.say(visitor, body);
    expect(visitor.received()).toHaveLength(1);
    await desk.say(visitor, 'court tomorrow 1 pm');
    await desk.say(visitor, body);
    expect(visitor.received()).toHaveLength(3);
    const failed = await desk.db.database.prisma.message.count({ where: { status: 'failed' } });
    expect(failed).toBe(0);
  });

  test('P30 buttons that are forged, foreign or torn do nothing but get a kind answer', async () => {
    const { prisma } = desk.db.database;
    const before = await prisma.booking.count({ where: { status: 'confirmed' } });
    const victim = desk.visitor('Victim');
    await desk.say(victim, 'court tomorrow 2 pm');
    await desk.tap(victim, 'Victim');
    const theirs = victim.option('Confirm').id;
    const thief = desk.visitor('Thief');
    await desk.say(thief, 'hi');
    const forged = [
      theirs,
      theirs.replace('confirm', 'cancel-yes'),
      '1|confirm|b=1; DROP TABLE booking',
      '1|set|s=../../etc',
      '2|confirm|b=x',
      'x'.repeat(200),
      '|||||',
    ];
    for (const id of forged) {
      thief.press(id, 'Confirm');
      await desk.settle();
    }
    expect(thief.received()).toHaveLength(1 + forged.length);
    expect(await prisma.booking.count({ where: { status: 'confirmed' } })).toBe(before);
    expect(await desk.tap(victim, 'Confirm')).toContain('Booked!');
  });
});
