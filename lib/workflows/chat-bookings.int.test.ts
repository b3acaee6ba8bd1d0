import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cancelBooking } from '../booking/commands/cancel-booking';
import { addClosures } from '../catalog/commands/add-closures';
import { touchCatalog } from '../catalog/commands/touch-catalog';
import { transaction } from '../db/transaction';
import { ChatDesk } from '../testing/chat-desk';

// The server stands far from the club, and on another calendar day (P17).
vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
});
afterAll(() => desk.close());

const bookingsOf = (name: string) =>
  desk.db.database.prisma.booking.findMany({
    where: { customer: { OR: [{ name }, { profileName: name }] } },
    orderBy: { createdAt: 'asc' },
  });

describe('a whole booking', () => {
  test('P26 a court in Tamil by taps: weekday, date and part of day are said before it is held', async () => {
    const anbu = desk.visitor('Anbu');
    expect(await desk.say(anbu, 'வணக்கம்')).toContain('உங்களை வரவேற்கிறது');
    await desk.tap(anbu, 'பேட்மிண்டன்');
    await desk.tap(anbu, 'நாளை');
    await desk.tap(anbu, 'மேலும் நேரங்கள்');
    await desk.tap(anbu, '6:00');
    expect(await desk.tap(anbu, 'Anbu')).toContain('நாளை, புதன், 25 நவ · மாலை 6:00 – 7:00');
    expect(await desk.tap(anbu, 'உறுதி')).toContain('புக் ஆயிடுச்சு');
    expect(await bookingsOf('Anbu')).toMatchObject([
      { status: 'confirmed', startsAt: new Date('2026-11-25T12:30:00Z'), pricePaise: 60_000, source: 'chat' },
    ]);
  });

  test('P26 a doctor for the mother in English, moved and cancelled', async () => {
    const kavi = desk.visitor('Kavitha');
    await desk.say(kavi, 'Doctor appointment for my mother tomorrow 10:30 am with Dr Priya');
    expect(await desk.say(kavi, 'Lakshmi 62')).toContain(
      'Tomorrow, Wednesday, 25 Nov · morning 10:30 – 10:45 AM',
    );
    expect(kavi.body()).toContain('👤 Lakshmi');
    expect(await desk.tap(kavi, 'Confirm')).toContain('Booked! Your reference is');

    await desk.tap(kavi, 'Reschedule');
    await desk.say(kavi, 'friday');
    expect(await desk.say(kavi, '11 am')).toContain('New: *Friday, 27 Nov · morning 11:00 – 11:15 AM*');
    expect((await bookingsOf('Kavitha'))[0]?.startsAt).toEqual(new Date('2026-11-25T05:00:00Z'));
    expect(await desk.tap(kavi, 'Confirm')).toContain('Moved! Your reference stays');
    expect((await bookingsOf('Kavitha'))[0]?.startsAt).toEqual(new Date('2026-11-27T05:30:00Z'));

    await desk.tap(kavi, 'Cancel');
    expect(await desk.tap(kavi, 'Yes, cancel')).toContain('Cancelled: Dr. Priya Raman');
    expect(await bookingsOf('Kavitha')).toMatchObject([{ status: 'cancelled', attendeeName: 'Lakshmi' }]);
    const { prisma } = desk.db.database;
    const events = await prisma.bookingEvent.findMany({ orderBy: { at: 'asc' }, select: { kind: true } });
    expect(events.map((event) => event.kind)).toEqual(expect.arrayContaining(['held', 'moved', 'cancelled']));
  });

  test('one Tamil sentence and one tap are enough for somebody who is known', async () => {
    const anbu = desk.visitor('Mani');
    await desk.say(anbu, 'நாளை காலை 8 மணிக்கு கோர்ட் வேண்டும்');
    await desk.tap(anbu, 'Mani');
    await desk.tap(anbu, 'உறுதி');
    expect(await desk.say(anbu, 'வெள்ளிக்கிழமை காலை 8 மணிக்கு கோர்ட் வேண்டும்')).toContain('வெள்ளி, 27 நவ');
    expect(await desk.tap(anbu, 'உறுதி')).toContain('புக் ஆயிடுச்சு');
    expect(await bookingsOf('Mani')).toHaveLength(2);
  });

  test('P23 a button pressed twice, and again days later, books once', async () => {
    const ravi = desk.visitor('Ravi');
    await desk.say(ravi, 'court friday 9 am');
    await desk.tap(ravi, 'Ravi');
    const { id } = ravi.option('Confirm');
    ravi.press(id, 'Confirm');
    ravi.press(id, 'Confirm');
    await desk.settle();
    expect(ravi.body()).toContain('This is already booked');
    expect(await bookingsOf('Ravi')).toMatchObject([{ status: 'confirmed' }]);
  });
});

describe('P12 a hold', () => {
  const reviewed = async (name: string, words: string) => {
    const visitor = desk.visitor(name);
    await desk.say(visitor, words);
    await desk.tap(visitor, name);
    return { visitor, confirm: visitor.option('Confirm').id };
  };

  test('P12 is taken up again at the same price until it ends, after whatever else was asked', async () => {
    const { visitor } = await reviewed('Sudha', 'court thursday 7 pm');
    desk.pass({ minutes: 9, seconds: 59 });
    expect(await desk.say(visitor, 'how much is it?')).toContain('₹');
    expect(await desk.say(visitor, 'yes')).toContain('✅');
    expect(await bookingsOf('Sudha')).toMatchObject([{ status: 'confirmed', pricePaise: 60_000 }]);
  });

  test('P12 that has run out still books while the time is free', async () => {
    const { visitor, confirm } = await reviewed('Tara', 'court thursday 6 am');
    desk.pass({ minutes: 11 });
    await desk.minute();
    visitor.press(confirm, 'Confirm');
    await desk.settle();
    expect(visitor.body()).toContain('✅');
  });

  test('P12 that has run out is offered anew when somebody else has the time', async () => {
    const visitor = desk.visitor('Uma');
    await desk.say(visitor, 'Dr Priya friday 10 am');
    await desk.say(visitor, 'Uma 41');
    const confirm = visitor.option('Confirm').id;
    desk.pass({ minutes: 11 });
    const rival = desk.visitor('Vani');
    await desk.say(rival, 'Dr Priya friday 10 am');
    await desk.say(rival, 'Vani 30');
    await desk.tap(rival, 'Confirm');
    visitor.press(confirm, 'Confirm');
    await desk.settle();
    expect(visitor.body()).toMatch(/just taken/);
    expect(visitor.titles().length).toBeGreaterThanOrEqual(3);
    expect(await bookingsOf('Uma')).toMatchObject([{ status: 'expired' }]);
  });
});

describe('rules of the business', () => {
  test('P19 inside the notice the customer is refused with the moment it ended, and staff may still do it', async () => {
    const wini = desk.visitor('Wini');
    await desk.say(wini, 'court today 9 am');
    await desk.tap(wini, 'Wini');
    await desk.tap(wini, 'Confirm');
    await desk.tap(wini, 'Cancel');
    expect(wini.body()).toContain('too close to change or cancel here');
    const [booking] = await bookingsOf('Wini');
    const cancelled = await transaction(desk.db.database, (tx) =>
      cancelBooking(tx, desk.scope, {
        bookingId: booking?.id ?? '',
        reason: 'asked at the desk',
        actor: { kind: 'staff', id: 'desk' },
        now: desk.now(),
      }),
    );
    expect(cancelled.ok).toBe(true);
  });

  test('P20 a buffer keeps the time beside a booking out of the offer and out of reach', async () => {
    const setBuffer = (minutes: number) =>
      transaction(desk.db.database, async (tx) => {
        await touchCatalog(tx, desk.scope);
        await tx.service.updateMany({
          where: { kind: 'consultation' },
          data: { bufferAfterMinutes: minutes },
        });
      });
    await setBuffer(15);
    const asha = desk.visitor('Asha');
    await desk.say(asha, 'Dr Priya saturday 10:30 am');
    await desk.say(asha, 'Asha 30');
    await desk.tap(asha, 'Confirm');
    const binu = desk.visitor('Binu');
    expect(await desk.say(binu, 'Dr Priya saturday 10:45 am')).toMatch(/not free/);
    expect(await desk.say(binu, '11 am')).not.toMatch(/not free/);
    await setBuffer(0);
  });

  test('P21 P28 a holiday closes everything, a part only that part, and what is booked stays', async () => {
    const charu = desk.visitor('Charu');
    await desk.say(charu, 'court 1/12 8 am');
    await desk.tap(charu, 'Charu');
    await desk.tap(charu, 'Confirm');
    const priya = await desk.db.database.prisma.resource.findFirstOrThrow({
      where: { name: { path: ['en'], string_contains: 'Priya' } },
    });
    const day = { yearly: false, resourceId: null };
    await transaction(desk.db.database, (tx) =>
      addClosures(
        tx,
        desk.scope,
        [
          { ...day, startsOn: '2026-12-01', endsOn: '2026-12-01', reason: { en: 'Stock taking' } },
          {
            ...day,
            startsOn: '2026-12-02',
            endsOn: '2026-12-02',
            fromMinute: 6 * 60,
            toMinute: 12 * 60,
            reason: { en: 'Cleaning' },
          },
          {
            ...day,
            resourceId: priya.id,
            startsOn: '2026-12-04',
            endsOn: '2026-12-04',
            reason: { en: 'Leave' },
          },
        ],
        desk.now(),
      ),
    );
    const dina = desk.visitor('Dina');
    expect(await desk.say(dina, 'court 1/12 9 am')).toMatch(/closed on Tuesday, 1 Dec: Stock taking/);
    expect(await desk.say(dina, 'court 2/12 9 am')).toMatch(/not open at 9:00 AM/);
    const esai = desk.visitor('Esai');
    expect(await desk.say(esai, 'court 2/12 2 pm')).toContain('In what name');
    const gita = desk.visitor('Gita');
    expect(await desk.say(gita, 'Dr Priya on 4/12')).toMatch(/Leave|not in/);
    const hema = desk.visitor('Hema');
    expect(await desk.say(hema, 'Dr Karthik on 4/12')).toContain('what time suits you');
    expect(await desk.say(charu, 'my bookings')).toContain('Tuesday, 1 Dec');
  });

  test('P28 each time that is not offered has its reason in words', async () => {
    const answers: [string, RegExp][] = [
      ['court tomorrow 11 pm', /not open at 11:00 PM/],
      ['court today 6 am', /already past/],
      ['court yesterday', /past/],
      ['court 31/12/2027', /too far ahead/],
      ['court 31/2', /no such date/],
      ['Dr Priya tomorrow 2 pm', /not open at 2:00 PM|not in|not free/],
      ['Dr Priya on Sunday', /not in on/],
    ];
    for (const [place, [words, answer]] of answers.entries()) {
      const visitor = desk.visitor(`Elan ${'abcdefgh'.charAt(place)}`);
      expect(await desk.say(visitor, words)).toMatch(answer);
    }
  });
});

test('P17 "tomorrow" changes at midnight of the business, whatever zone the server is in', async () => {
  expect(new Date(2026, 10, 24).getTimezoneOffset()).toBe(300);
  const toMidnight = new Date('2026-11-24T18:29:00Z').getTime() - desk.now().getTime();
  desk.pass({ seconds: toMidnight / 1000 });
  const faiz = desk.visitor('Faiz');
  expect(await desk.say(faiz, 'court tomorrow 7 am')).toBeTruthy();
  expect(await desk.tap(faiz, 'Faiz')).toContain('Tomorrow, Wednesday, 25 Nov · morning 7:00 – 8:00 AM');
  await desk.tap(faiz, 'Cancel');
  desk.pass({ seconds: 59 });
  expect(await desk.say(faiz, 'court tomorrow 7 am')).toContain('Tomorrow, Wednesday, 25 Nov');
  await desk.tap(faiz, 'Cancel');
  desk.pass({ seconds: 1 });
  expect(await desk.say(faiz, 'court tomorrow 7 am')).toContain('Tomorrow, Thursday, 26 Nov');
  await desk.tap(faiz, 'Confirm');
  expect((await bookingsOf('Faiz')).at(-1)).toMatchObject({
    status: 'confirmed',
    startsAt: new Date('2026-11-26T01:30:00Z'),
  });
});
