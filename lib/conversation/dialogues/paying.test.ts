import { describe, expect, it } from 'vitest';
import { allCourts, FakeWorld, returningCustomer } from '../../testing/fake-world';
import { prepaid } from '../../testing/prepaid';

/** A returning customer whose court, tomorrow at six, waits for its money. */
const asked = (catalog = prepaid()): FakeWorld => {
  const chat = returningCustomer({ catalog });
  chat.say('court tomorrow 6 pm');
  chat.tap('Confirm');
  return chat;
};

const deposit = prepaid({ paymentRule: 'deposit', deposit: { kind: 'percent', percent: 25 } });

describe('a court that is paid in the chat', () => {
  it('is booked and paid in Tamil: one tap on the link, nothing to type back', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    const review = chat.say('நாளை மாலை 6 மணிக்கு கோர்ட் வேண்டும்');
    expect(review).toContain('₹600 · இப்போதே கட்டணும்');
    const link = chat.tap('உறுதி செய்');
    expect(chat.last()).toMatchObject({ kind: 'link', label: '₹600 செலுத்து' });
    for (const words of ['பேட்மிண்டன் கோர்ட்', 'திங்கள், 23 நவ · மாலை 6:00 – 7:00', 'காலை 10:20 வரை']) {
      expect(link).toContain(words);
    }
    expect(chat.confirmed()).toEqual([]);
    const done = chat.pay();
    for (const words of ['₹600 வந்தாச்சு', '₹600 · கட்டியாச்சு', 'மாலை 6:00 – 7:00', 'maps.google', '.ics']) {
      expect(done).toContain(words);
    }
    expect(chat.titles()).toEqual(['நேரம் மாற்று', 'ரத்து செய்', 'ரசீது']);
    expect(chat.confirmed()).toHaveLength(1);
    expect(chat.actions).toBe(2);
  });

  it('P26 says at the review what is paid when, and what comes back on cancelling', () => {
    const chat = returningCustomer({ catalog: deposit });
    const review = chat.say('court on wednesday 6 pm');
    expect(review).toContain('₹600 · ₹150 now, ₹450 at the venue');
    expect(review).toContain(
      'Cancel until Tue 24 Nov 6:00 PM: full refund; until Wed 25 Nov 2:00 PM: half back; later nothing.',
    );
  });

  it('promises nothing back where the time for it is over', () => {
    const chat = returningCustomer({ catalog: prepaid({ paymentRule: 'full' }, { steps: [] }) });
    expect(chat.say('court tomorrow 6 pm')).toContain('not given back if you cancel');
  });

  it('takes a deposit and says what is left for the venue', () => {
    const chat = asked(deposit);
    expect(chat.last()).toMatchObject({ kind: 'link', label: 'Pay ₹150' });
    expect(chat.body()).toContain('₹600 · ₹150 now, ₹450 at the venue');
    expect(chat.pay()).toContain('₹600 · ₹150 paid, ₹450 at the venue');
    chat.say('my bookings');
    expect(chat.body()).toContain('₹150 paid, ₹450 at the venue');
    chat.tap('Pay ₹450');
    expect(chat.key()).toBe('payment.due');
    expect(chat.last()).toMatchObject({ kind: 'link', label: 'Pay ₹450' });
    expect(chat.pay()).toContain('₹450 received');
    expect(chat.confirmed()[0]).toMatchObject({ keptPaise: 60_000, duePaise: 0 });
  });

  it('P27 is booked and paid by somebody of whom neither phone nor name is known', () => {
    const chat = new FakeWorld({ catalog: prepaid() });
    chat.say('court tomorrow 6 pm');
    chat.say('Kavitha');
    chat.tap('Confirm');
    expect(chat.link()).toContain('https://pay.example/');
    expect(chat.pay()).toContain('Kavitha');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('says nothing until there is a link, so that there is one message', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.world.gateway = 'down';
    chat.say('court tomorrow 6 pm');
    expect(chat.tap('Confirm')).toBe('');
    expect(chat.say('link')).toContain('on its way');
    expect(chat.linksCome()).toContain('Pay ₹600 to make it yours');
  });

  it('tells of a slow gateway, keeps the slot, and leads to a page of ours', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.world.gateway = 'down';
    chat.say('court tomorrow 6 pm');
    chat.tap('Confirm');
    const booking = chat.asked();
    const payment = booking.payment && { ...booking.payment, url: 'https://neram.example/pay/x' };
    const said = chat.tell({ kind: 'payment-slow', booking: { ...booking, payment } });
    expect(said).toContain('kept until 10:20 AM');
    expect(chat.link()).toBe('https://neram.example/pay/x');
  });
});

describe('what is typed while a payment is waited for', () => {
  it.each([
    'paid',
    'I have paid',
    'பணம் கட்டிட்டேன்',
    'pay panniten',
    'done payment',
    'done',
    'gpay pannitten',
    'transaction successful',
  ])('"%s" asks the gateway at once and waits for its answer', (text) => {
    const chat = asked();
    expect(chat.say(text)).toBe('');
    expect(chat.done('check-payment')).toEqual([{ kind: 'check-payment', bookingId: chat.asked().id }]);
    expect(chat.pay()).toContain('₹600');
    expect(chat.confirmed()).toHaveLength(1);
  });

  it('a payment that is not there yet is told calmly, and looked for again by a button', () => {
    const chat = asked();
    chat.say('paid');
    const booking = chat.asked();
    const said = chat.tell({ kind: 'payment-not-seen', booking, reachable: true });
    expect(said).toMatch(/do not pay again[\s\S]*kept until 10:20 AM/);
    chat.tap('Check again');
    expect(chat.done('check-payment')).toHaveLength(2);
    expect(chat.tell({ kind: 'payment-not-seen', booking, reachable: false })).toContain("can't reach");
  });

  it.each(['pay', 'link', 'link anuppu', 'பணம் கட்ட', 'link again', 'payment failed'])(
    'P12 "%s" brings the same link at the same price while the slot is kept',
    (text) => {
      const chat = asked();
      const link = chat.link();
      chat.wait(10);
      chat.say(text);
      expect(chat.link()).toBe(link);
      expect(chat.body()).toContain('₹600');
      expect(chat.done('ask-payment')).toEqual([]);
    },
  );

  it('P12 afterwards it is offered anew, and has to be confirmed again', () => {
    const chat = asked();
    const link = chat.link();
    chat.runOut();
    chat.say('pay');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('evening 6:00 – 7:00 PM');
    chat.tap('Confirm');
    expect(chat.link()).not.toBe(link);
    expect(chat.link()).toContain('https://pay.example/');
  });

  it.each(['pay later', 'apparam', 'பிறகு', 'ok'])('"%s" is told until when the slot is kept', (text) => {
    const chat = asked();
    chat.say(text);
    expect(chat.key()).toBe('payment.later');
    expect(chat.link()).toContain('https://pay.example/');
    expect(chat.body()).toMatch(/10:20/);
  });

  it('whoever wants to pay at the venue is told kindly that this one is paid beforehand', () => {
    const full = asked();
    full.say('can i pay cash at the counter');
    expect(full.body()).toContain('paid beforehand');
    const part = asked(deposit);
    part.say('nerla kattikiren');
    expect(part.body()).toMatch(/₹150|₹450/);
    expect(part.key()).toBe('payment.beforehandDeposit');
  });

  it('"cancel" and "no" give the slot back', () => {
    for (const text of ['cancel', 'வேண்டாம்', 'no']) {
      const chat = asked();
      chat.say(text);
      expect(chat.key()).toBe('dropped.body');
      expect(chat.done('release-hold')).toHaveLength(1);
      expect(chat.asked().status).toBe('cancelled');
    }
  });

  it('a picture is taken for a proof that proves nothing: the gateway is asked', () => {
    const chat = asked();
    expect(chat.receive({ kind: 'media', media: 'image', mediaId: 'm' })).toBe('');
    expect(chat.done('check-payment')).toHaveLength(1);
    expect(chat.confirmed()).toEqual([]);
    expect(chat.receive({ kind: 'media', media: 'voice', mediaId: 'm' })).toContain("can't listen");
  });

  it('another time replaces the unpaid one', () => {
    const chat = asked();
    chat.say('7 pm');
    expect(chat.key()).toBe('review.body');
    expect(chat.body()).toContain('7:00 – 8:00 PM');
    expect(chat.world.bookings.filter(({ status }) => status === 'held')).toHaveLength(1);
  });

  it('"change" asks what to change, "another day" shows the days, "back" shows what is to be paid', () => {
    const change = asked();
    change.say('change');
    expect(change.key()).toBe('change.ask');
    const day = asked();
    day.say('another day');
    expect(day.key()).toMatch(/^day\./);
    const back = asked();
    back.say('back');
    expect(back.key()).toBe('review.body');
  });

  it('another service is a booking beside it, and the link stays good', () => {
    const chat = asked();
    const court = chat.asked();
    chat.say('doctor priya tomorrow 10:30 am');
    expect(chat.key()).toMatch(/^attendee\./);
    chat.say('Kavitha 34');
    chat.tap('Confirm');
    expect(court.status).toBe('held');
    chat.say('pay');
    expect(chat.link()).toContain('https://pay.example/');
    expect(chat.pay(court)).toContain('₹600 received');
    expect(chat.confirmed()).toHaveLength(2);
  });

  it('never says the same sentence three times to what it does not understand, and keeps the link', () => {
    const chat = asked();
    const said = ['asdf qwer', 'zxcv bnm', 'hjkl yuio', 'qqq www'].map((text) => chat.say(text));
    expect(new Set(said).size).toBe(4);
    expect(chat.sent.at(-3)).toMatchObject({ kind: 'link' });
  });

  it('a greeting, and then Continue, leads back to the link', () => {
    const chat = asked();
    const link = chat.link();
    chat.say('hi');
    chat.tap('Continue');
    expect(chat.link()).toBe(link);
    expect(chat.world.bookings.filter(({ payment }) => payment !== null)).toHaveLength(1);
  });

  it('"my bookings" shows what waits for its money', () => {
    const chat = asked();
    const link = chat.link();
    chat.say('my bookings');
    expect(chat.link()).toBe(link);
    chat.booked('badminton', 'court-1', '2026-11-26', 18 * 60);
    chat.say('my bookings');
    expect(JSON.stringify(chat.last())).toContain('waiting for payment');
    chat.tap('Mon 23 Nov');
    expect(chat.link()).toBe(link);
  });

  it('a question by the way is answered, with the link below it', () => {
    const chat = asked();
    chat.say('where are you');
    expect(chat.body()).toContain('📍');
    expect(chat.link()).toContain('https://pay.example/');
  });
});

describe('a payment that does not come', () => {
  it('is reminded of once, in a chat that is about it', () => {
    const chat = asked();
    chat.wait(15);
    expect(chat.tell({ kind: 'payment-nudge', booking: chat.asked() })).toContain('only until 10:20 AM');
    expect(chat.link()).toContain('https://pay.example/');
  });

  it('P11 nobody is reminded who has paid', () => {
    const chat = asked();
    const before = { ...chat.asked() };
    chat.pay();
    expect(chat.tell({ kind: 'payment-nudge', booking: chat.asked() })).toBe('');
    expect(before.status).toBe('held');
  });

  it('P09 ends kindly, and "try again" keeps what was chosen', () => {
    for (const again of ['tap', 'say'] as const) {
      const chat = asked();
      expect(chat.runOut()).toContain('time to pay has run out');
      expect(chat.titles()).toEqual(['Try again', 'Another time', 'Menu']);
      if (again === 'tap') chat.tap('Try again');
      else chat.say('yes');
      expect(chat.key()).toBe('review.body');
      expect(chat.body()).toMatch(/Kavitha/);
      expect(chat.body()).toContain('Monday, 23 Nov · evening 6:00 – 7:00 PM');
    }
  });

  it('P10 a second attempt still has to pay', () => {
    const chat = asked();
    chat.say('cancel');
    chat.say('court tomorrow 6 pm');
    chat.tap('Confirm');
    expect(chat.key()).toBe('payment.link');
    expect(chat.confirmed()).toEqual([]);
    const old = chat.world.bookings.find(({ status }) => status === 'cancelled');
    if (old === undefined) throw new Error('The first one was given up.');
    expect(chat.pay(old)).toContain('came after it was cancelled');
    expect(chat.confirmed()).toEqual([]);
  });

  it('Confirm of the ended hold asks for the money again, and books nothing unpaid', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.press(confirm, 'Confirm');
    const link = chat.link();
    chat.press(confirm, 'Confirm');
    expect(chat.link()).toBe(link);
    chat.runOut();
    chat.press(confirm, 'Confirm');
    expect(chat.key()).toBe('payment.link');
    expect(chat.link()).not.toBe(link);
    expect(chat.confirmed()).toEqual([]);
  });

  it('Confirm of the ended hold offers the nearest where somebody else has it', () => {
    const chat = returningCustomer({ catalog: prepaid() });
    chat.say('court tomorrow 6 pm');
    const confirm = chat.idOf('Confirm');
    chat.tap('Confirm');
    chat.runOut();
    chat.rival(allCourts, '2026-11-23', 18 * 60);
    chat.press(confirm, 'Confirm');
    expect(chat.key()).toBe('taken.body');
  });
});
