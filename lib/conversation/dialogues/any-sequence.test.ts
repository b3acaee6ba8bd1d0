import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allCourts, FakeWorld } from '../../testing/fake-world';
import { prepaid } from '../../testing/prepaid';

const texts = [
  'hi',
  'menu',
  'back',
  'cancel',
  'help',
  'yes',
  'no',
  '6',
  '7 pm',
  'tomorrow',
  'sunday 7 am',
  'court tomorrow 6 pm',
  'doctor priya tomorrow 10:30 am',
  'Kavitha 34',
  '34',
  'கோர்ட்',
  'நாளை மாலை 6 மணிக்கு கோர்ட்',
  'ரத்து',
  'என் புக்கிங்',
  'move my booking',
  'move my booking to sunday 7 am',
  'price',
  'timing',
  'thanks',
  'late',
  'waiting list',
  'English',
  'தமிழ்',
  '20/11',
  '31/11',
  '30/12',
  'asdf',
  '👍',
  '',
  'stop',
  'start',
  '90 min',
  'any',
  'court 3',
  'for my mother',
  'pay',
  'paid',
  'கட்டிட்டேன்',
  'pay later',
  'cash',
  'receipt',
  'refund',
  'how do i pay',
  '412345678901',
];

/** What may become of a payment, at whatever moment. */
const news = [
  'arrives',
  'half-arrives',
  'links',
  'runs-out',
  'nudge',
  'slow',
  'not-seen',
  'refunded',
  'gateway-down',
] as const;

type Act =
  | { kind: 'say'; text: string }
  | { kind: 'tap'; nth: number }
  | { kind: 'old'; nth: number }
  | { kind: 'wait'; minutes: number }
  | { kind: 'rival'; hour: number; day: number }
  | { kind: 'voice' }
  | { kind: 'money'; what: (typeof news)[number]; nth: number };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('say' as const), text: fc.constantFrom(...texts) }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('tap' as const), nth: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('old' as const), nth: fc.nat(200) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      minutes: fc.constantFrom(1, 11, 31, 90, 1500),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rival' as const),
      hour: fc.integer({ min: 6, max: 21 }),
      day: fc.integer({ min: 22, max: 29 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('voice' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('money' as const),
      what: fc.constantFrom(...news),
      nth: fc.nat(20),
    }),
  },
);

const tellMoney = (chat: FakeWorld, what: (typeof news)[number], nth: number): void => {
  const asked = chat.world.bookings.filter(({ payment }) => payment !== null);
  const booking = asked[nth % Math.max(asked.length, 1)];
  if (booking === undefined) return;
  switch (what) {
    case 'arrives':
      chat.pay(booking);
      break;
    case 'half-arrives':
      chat.pay(booking, 100);
      break;
    case 'links':
      chat.linksCome();
      break;
    case 'gateway-down':
      chat.world.gateway = 'down';
      break;
    case 'runs-out':
      chat.runOut();
      break;
    case 'nudge':
    case 'slow':
      chat.tell({ kind: `payment-${what}`, booking });
      break;
    case 'not-seen':
      chat.tell({ kind: 'payment-not-seen', booking, reachable: nth % 2 === 0 });
      break;
    case 'refunded':
      chat.tell({
        kind: 'refund-told',
        booking,
        amountPaise: 100,
        state: (['started', 'done', 'failed'] as const)[nth % 3] ?? 'done',
      });
  }
};

const idsIn = (chat: FakeWorld): string[] => {
  const message = chat.sent.at(-1);
  if (message?.kind === 'buttons') return message.buttons.map(({ id }) => id);
  return message?.kind === 'list' ? message.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) : [];
};

const play = (chat: FakeWorld, seen: string[], one: Act): void => {
  const pick = (ids: string[], nth: number): void => {
    const id = ids[nth % Math.max(ids.length, 1)];
    if (id !== undefined) chat.press(id, 'x');
  };
  switch (one.kind) {
    case 'say':
      chat.say(one.text);
      break;
    case 'tap':
      pick(idsIn(chat), one.nth);
      break;
    case 'old':
      pick(seen, one.nth);
      break;
    case 'wait':
      chat.wait(one.minutes);
      break;
    case 'rival':
      chat.rival(allCourts, `2026-11-${String(one.day)}`, one.hour * 60);
      break;
    case 'voice':
      chat.receive({ kind: 'media', media: 'voice', mediaId: 'm' });
      break;
    case 'money':
      tellMoney(chat, one.what, one.nth);
  }
  seen.push(...idsIn(chat));
};

/** Own bookings that overlap on one court or with one doctor. */
const clashes = (chat: FakeWorld): number => {
  const mine = chat.confirmed();
  return mine.filter((a) =>
    mine.some(
      (b) =>
        a.id < b.id &&
        a.resourceId === b.resourceId &&
        a.startsAt < b.startsAt + b.durationMinutes &&
        b.startsAt < a.startsAt + a.durationMinutes,
    ),
  ).length;
};

describe('any sequence of messages, taps, old buttons and pauses', () => {
  it('gets at most one sendable reply a turn, never a crash and never an overlap', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 5, maxLength: 40 }), fc.boolean(), (acts, known) => {
        const chat = new FakeWorld({ customer: { name: known ? 'Kavitha' : null, profileName: 'Kavi ❤' } });
        const seen: string[] = [];
        for (const one of acts) play(chat, seen, one);
        expect(clashes(chat)).toBe(0);
        expect(JSON.stringify(chat.sent)).not.toMatch(/undefined|NaN|null|Invalid/);
        expect(JSON.stringify(chat.state).length).toBeLessThan(6_000);
      }),
      { seed: 20_261_122, numRuns: 100 },
    );
  }, 60_000);

  it('P13 with payments: nothing is booked unpaid, no money is lost from sight, and each message can be sent', () => {
    const rules = fc.constantFrom(
      prepaid(),
      prepaid({ paymentRule: 'deposit', deposit: { kind: 'percent', percent: 25 } }),
    );
    const way = fc.constantFrom<FakeWorld['world']['payBy']>(
      { kind: 'gateway' },
      { kind: 'upi', address: 'club@okbank', payee: 'Club' },
    );
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 10, maxLength: 40 }),
        rules,
        way,
        fc.constantFrom('ta', 'en'),
        (acts, catalog, payBy, language) => {
          const chat = new FakeWorld({ catalog, customer: { name: 'Kavitha', language } });
          chat.world.payBy = payBy;
          chat.say('court tomorrow 6 pm');
          chat.tap('|confirm|');
          const seen: string[] = [];
          for (const one of acts) play(chat, seen, one);
          expect(clashes(chat)).toBe(0);
          const unpaid = chat.confirmed().filter(({ keptPaise, toPayPaise }) => keptPaise < toPayPaise);
          expect(unpaid).toEqual([]);
          expect(JSON.stringify(chat.sent)).not.toMatch(/undefined|NaN|null|Invalid/);
          expect(JSON.stringify(chat.state).length).toBeLessThan(6_000);
          // Whoever asks hears of money that came too late.
          const late = chat.world.bookings.some(
            ({ status, keptPaise, toPayPaise }) =>
              status === 'expired' && keptPaise > 0 && keptPaise >= toPayPaise,
          );
          if (late && chat.world.thread.handledBy === 'bot') {
            chat.say('refund');
            expect(['payment.lateAgain', 'payment.refundStarted']).toContain(chat.key());
          }
        },
      ),
      { seed: 20_261_126, numRuns: 100 },
    );
  }, 60_000);

  it('gives the same answer to the same message from the same state', () => {
    const one = new FakeWorld();
    const two = new FakeWorld();
    for (const text of texts) expect(one.say(text)).toBe(two.say(text));
    expect(one.state).toEqual(two.state);
  });
});
