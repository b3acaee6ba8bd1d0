import { describe, expect, it } from 'vitest';
import type { OwnPack } from '../../terms/packs';
import { readState } from '../state';
import type { FakeWorld } from '../../testing/fake-world';
import { given } from '../../testing/given-turn';
import { prepaid } from '../../testing/prepaid';
import { returningCustomer } from '../../testing/fake-world';

const asked = (): FakeWorld => {
  const chat = returningCustomer({ catalog: prepaid() });
  chat.say('court tomorrow 6 pm');
  chat.tap('Confirm');
  return chat;
};

describe('news of a payment while the chat is at something else', () => {
  it('leaves the booking in the making where it is, with the way back to it on the confirmation', () => {
    const chat = asked();
    const court = chat.asked();
    chat.say('doctor priya tomorrow');
    const before = readState(chat.state);
    expect(before.step).toBe('time');
    expect(chat.pay(court)).toContain('₹600 received');
    expect(chat.titles()[0]).toBe('Continue');
    expect(readState(chat.state)).toEqual(before);
    chat.tap('Continue');
    expect(chat.key()).toMatch(/^time\./);
    chat.say('10:30 am');
    expect(chat.key()).toMatch(/^attendee\./);
  });

  it('leaves a question about another booking as it was', () => {
    const chat = asked();
    const other = chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60);
    chat.say('cancel my saturday booking');
    expect(chat.key()).toBe('cancelling.ask');
    chat.pay();
    chat.say('yes');
    expect(other.status).toBe('cancelled');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('what is paid is in the making no more, whatever is looked at meanwhile', () => {
    const chat = asked();
    chat.booked('badminton', 'court-1', '2026-11-28', 18 * 60);
    chat.say('my bookings');
    expect(chat.key()).toBe('mine.list');
    chat.pay();
    expect(readState(chat.state)).toMatchObject({ step: 'bookings', held: null, draft: { serviceId: null } });
    chat.say('menu');
    expect(chat.titles()).not.toContain('Continue');
    chat.say('cancel');
    expect(chat.key()).toBe('mine.listCancel');
  });

  it('the end, the reminder and the slow gateway disturb nothing either', () => {
    for (const kind of ['payment-nudge', 'payment-ended', 'payment-slow', 'payment-link'] as const) {
      const chat = asked();
      const booking = chat.asked();
      chat.say('doctor priya tomorrow');
      const before = readState(chat.state);
      expect(chat.tell({ kind, booking })).not.toBe('');
      expect(readState(chat.state), kind).toEqual(before);
    }
  });

  it('money for a booking whose time was being changed books it, and the change is over', () => {
    const chat = asked();
    chat.say('another time');
    expect(chat.pay()).toContain('₹600 received');
    expect(readState(chat.state)).toMatchObject({ step: 'idle', held: null });
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('an old Confirm in the middle of another booking brings its link, and "yes" leads back', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.say('menu');
    chat.say('doctor priya on tuesday');
    chat.press(confirm, 'Confirm');
    expect(chat.link()).toContain('https://pay.example/');
    expect(chat.body()).toContain('You were in the middle of a booking: Dr. Priya');
    chat.say('yes');
    expect(chat.key()).toMatch(/^(time|attendee)\./);
  });
});

describe('words about money at any step', () => {
  it('"paid" of what is paid says so', () => {
    const chat = asked();
    chat.pay();
    expect(chat.say('paid')).toContain('your ₹600 has come');
    expect(chat.done('check-payment')).toEqual([]);
  });

  it('"paid" of nothing leads to staff', () => {
    const chat = returningCustomer();
    chat.say('பணம் கட்டிட்டேன்');
    expect(chat.key()).toBe('payment.nothingAsked');
  });

  it('"paid" of several asks which', () => {
    const chat = asked();
    const [first] = chat.world.bookings.filter(({ payment }) => payment !== null);
    chat.world.bookings.push({ ...chat.asked(), id: 'second', startsAt: chat.asked().startsAt + 1440 });
    chat.say('menu');
    chat.state = { ...readState(chat.state), subject: null };
    chat.say('paid');
    expect(chat.key()).toBe('payment.which');
    chat.tap(first?.id ?? '');
    expect(chat.done('check-payment')).toMatchObject([{ bookingId: first?.id }]);
  });

  it('the receipt comes by button and by word, and is refused kindly where nothing is paid', () => {
    const chat = asked();
    chat.pay();
    chat.tap('Receipt');
    expect(chat.body()).toContain('🧾');
    chat.say('ரசீது');
    expect(chat.body()).toContain('ரசீது');
    expect(chat.done('send-receipt')).toHaveLength(2);
    const none = returningCustomer();
    none.say('receipt');
    expect(none.key()).toBe('payment.noReceiptAny');
  });

  it('of a pack it comes beside the balance, by word, and by choice where bookings are paid, too', () => {
    const pack: OwnPack = {
      ...{ id: 'pack-1', name: { en: 'Ten visits', ta: 'பத்து முறை' }, kind: 'visits' as const, quantity: 10 },
      ...{ remaining: 9, serviceIds: [], memberPercent: null, pricePaise: 300_000 },
      ...{ startsOn: '2026-11-01', endsOn: '2026-12-31', uses: [] },
    };
    const chat = returningCustomer({ catalog: prepaid() });
    chat.world.packs = [pack];
    chat.say('my pack balance');
    expect(chat.titles()).toContain('Receipt');
    chat.tap('Receipt');
    expect(chat.body()).toBe('🧾 Here comes your receipt for Ten visits.');
    chat.say('receipt');
    expect(chat.key()).toBe('pack.receipt');
    chat.say('court tomorrow 6 pm');
    chat.tap('Confirm');
    chat.pay();
    chat.say('menu');
    chat.say('ரசீது');
    expect(chat.titles()).toHaveLength(2);
    chat.tap('பத்து முறை');
    expect(chat.body()).toBe('🧾 பத்து முறை: இதோ உங்கள் ரசீது.');
    chat.world.packs = [pack, { ...pack, id: 'pack-2', name: { ta: 'இருபது முறை' } }];
    chat.say('pack balance');
    chat.tap('Receipt');
    expect(chat.key()).toBe('pack.which');
    chat.tap('pack-2');
    expect(chat.done('send-pack-receipt')).toHaveLength(4);
    // A free one has none.
    const free = returningCustomer();
    free.world.packs = [{ ...pack, pricePaise: 0 }];
    free.say('receipt');
    expect(free.key()).toBe('payment.noReceiptAny');
  });

  it('"pay" at the review of something to be paid confirms it', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.say('court tomorrow 6 pm');
    chat.say('pay');
    expect(chat.link()).toContain('https://pay.example/');
    expect(chat.world.consents).toHaveLength(1);
  });

  it('"pay" for a booking that stands shows it, where nothing can be taken here', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    const booking = chat.booked('badminton', 'court-1', '2026-11-25', 18 * 60);
    chat.say('pay');
    expect(chat.link()).toContain('https://pay.example/');
    const asks = given({ step: 'booking', subject: booking.id }, {}, (world) =>
      world.world.bookings.push(booking),
    );
    expect(asks.whenOutcome({ kind: 'booking-confirmed', booking }).key).toBe('booking.body');
  });

  it('"how do I pay" is true for each service', () => {
    expect(returningCustomer().say('how do i pay')).toContain('at the venue when you come');
    const mixed = returningCustomer({ catalog: prepaid() }).say('how do i pay');
    expect(mixed).toMatch(
      /Badminton court: You pay here in the chat[\s\S]*consultation: You pay at the venue/,
    );
    const part = returningCustomer({
      catalog: prepaid({ paymentRule: 'deposit', deposit: { kind: 'fixed', amountPaise: 15_000 } }),
    });
    expect(part.say('எப்படி பணம் கட்டணும்')).toContain('₹150');
  });

  it('a price is asked and told as before', () => {
    expect(returningCustomer({ catalog: prepaid() }).say('price')).toContain('per hour');
  });
});

describe('a business without a gateway', () => {
  const upi = (): FakeWorld => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.world.payBy = { kind: 'upi', address: 'neram_club@okbank', payee: 'Neram *Sports*' };
    chat.say('court tomorrow 6 pm');
    chat.tap('Confirm');
    return chat;
  };

  it('shows the UPI address as it is, and asks for the number of the bank', () => {
    const chat = upi();
    expect(chat.body()).toContain('UPI ID: neram_club@okbank (Neram Sports)');
    expect(chat.body()).toContain('12-digit UTR');
    chat.say('paid');
    expect(chat.key()).toBe('payment.askReference');
    expect(chat.done('check-payment')).toEqual([]);
  });

  it.each([
    '412345678901',
    'UTR 4123 4567 8901',
    'utr: 412345678901 thanks',
    'UTR412345678901',
    'ref no.412345678901',
    'கட்டிட்டேன் 412345678901',
  ])('takes the number out of "%s" and leaves the rest to the front desk', (text) => {
    const chat = upi();
    chat.say(text);
    expect(chat.done('claim-payment')).toMatchObject([{ reference: '412345678901' }]);
    expect(chat.body()).toContain('412345678901');
    expect(chat.confirmed()).toEqual([]);
    chat.say('paid');
    expect(chat.key()).toBe('payment.claimedAlready');
    chat.pay();
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('takes no other number for one', () => {
    for (const text of ['9876543210', '600', '4123456789012']) {
      const chat = upi();
      chat.say(text);
      expect(chat.done('claim-payment'), text).toEqual([]);
    }
    const gateway = asked();
    gateway.say('412345678901');
    expect(gateway.done('claim-payment')).toEqual([]);
  });

  it('asks once for the number instead of a picture, and then helps on', () => {
    const chat = upi();
    const picture = { kind: 'media', media: 'image', mediaId: 'm' } as const;
    const said = [1, 2, 3, 4].map(() => chat.receive(picture));
    expect(said[0]).toContain('12-digit UTR');
    expect(new Set(said).size).toBe(4);
  });

  it('calls staff for a number that comes after the time to pay', () => {
    const chat = upi();
    chat.runOut();
    expect(chat.say('412345678901')).toContain('412345678901');
    expect(chat.world.staffCalls).toMatchObject([{ reason: 'asked', words: '412345678901' }]);
    expect(chat.done('claim-payment')).toEqual([]);
  });

  it('neither "pay" nor an old Confirm asks again for money that is being looked for', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.world.payBy = { kind: 'upi', address: 'club@okbank', payee: 'Club' };
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.tap('Confirm');
    chat.say('412345678901');
    // Its slot is kept beyond the time to pay, for staff to look.
    chat.asked().holdUntil = (chat.asked().holdUntil ?? 0) + 720;
    expect(chat.say('ok')).toContain('412345678901');
    expect(chat.say('no')).toContain('412345678901');
    chat.wait(60);
    for (const ask of [
      () => chat.say('pay'),
      () => chat.press(confirm, 'Confirm'),
      () => chat.say('asdf qwer'),
    ]) {
      expect(ask()).toContain('412345678901');
    }
    expect(chat.done('confirm-booking')).toHaveLength(1);
  });

  it('nobody is reminded whose number is being looked for', () => {
    const chat = upi();
    chat.say('412345678901');
    expect(chat.tell({ kind: 'payment-nudge', booking: chat.asked() })).toBe('');
  });
});
