import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { saveOffer } from '../../packs/commands/save-offer';
import type { OfferDraft } from '../../packs/types';
import { transaction } from '../../db/transaction';
import { newId } from '../../db/new-id';
import { confirmBooking } from '../../booking/commands/confirm-booking';
import { findBooking } from '../../booking/queries';
import { mergeCustomers } from '../../customers/commands/merge-customers';
import type { CustomerId } from '../../kernel/ids';
import { listSoldPacks } from '../../packs/queries';
import { lockPacks } from '../../packs/commands/lock-packs';
import { foldLedger } from '../../payments/ledger';
import { listLedger } from '../../payments/queries';
import { choosePack } from '../../terms/packs';
import { ChatDesk } from '../../testing/chat-desk';
import type { ChatVisitor } from '../../testing/chat-visitor';
import { actOnBooking } from '../act-on-booking';
import { quoteSlot } from '../quote-slot';
import { changeExpiry, correctPack } from './mend-pack';
import { eraseCustomer } from '../change-customer';
import { exportCustomer } from '../load-customer';
import { loadBookingMoney } from '../money/desk/load-money';
import { moveFromDashboard } from '../move-from-dashboard';
import { listReceipts } from '../money/list-receipts';
import { receiptFile } from '../money/receipt-file';
import { sellPack } from './sell-pack';
import { takeBackPack } from './take-back-pack';
import { payFromPack } from './use-pack';

vi.stubEnv('TZ', 'America/New_York');

let desk: ChatDesk;
beforeAll(async () => {
  desk = await ChatDesk.open();
  await desk.takePayments('court', { refund: { steps: [{ hoursBefore: 24, percent: 100 }] } });
});
afterAll(() => desk.close());

const staff = { userId: newId(), name: 'Latha', role: 'owner', address: '', agent: '' } as const;
const prisma = () => desk.db.database.prisma;
const customerOf = (name: string) =>
  prisma().customer.findFirstOrThrow({ where: { profileName: name }, select: { id: true } });
const bookingOf = (name: string) =>
  prisma().booking.findFirstOrThrow({
    where: { customer: { profileName: name } },
    orderBy: { createdAt: 'desc' },
  });
const packOf = (id: string) =>
  prisma().pack.findFirstOrThrow({ where: { id }, include: { entries: { orderBy: { at: 'asc' } } } });

async function sell(name: string, part: Partial<OfferDraft> = {}): Promise<string> {
  const court = await prisma().service.findFirstOrThrow({ where: { kind: 'court' } });
  const draft = {
    kind: 'visits',
    name: { en: 'Ten visits', ta: 'பத்து முறை' },
    quantity: 10,
    serviceIds: [court.id],
    pricePaise: 300_000,
    validDays: 90,
    ...part,
    // The parts given make one of the kinds.
  } as OfferDraft;
  const offerId = await transaction(desk.world.database, (tx) =>
    saveOffer(tx, desk.scope, { id: null, draft, now: desk.now() }),
  );
  const { id: customerId } = await customerOf(name);
  const sale = { actor: staff, key: newId(), offerId, customerId, method: 'cash' } as const;
  const { id } = await sellPack(desk.world, desk.scope, sale);
  // Pressed twice.
  expect(await sellPack(desk.world, desk.scope, sale)).toEqual({ id });
  return id;
}

let days = 1;
/** Every test has a day of its own, so that none takes another's court. */
const wish = (time = '10 am') => {
  days += 1;
  const day = new Date(desk.now().getTime() + days * 86_400_000);
  return `court ${String(day.getUTCDate())}/${String(day.getUTCMonth() + 1)} ${time}`;
};

async function meet(name: string, hello = 'hi'): Promise<ChatVisitor> {
  const visitor = desk.visitor(name);
  await desk.say(visitor, hello);
  return visitor;
}

async function review(visitor: ChatVisitor, name: string, words = wish()): Promise<string> {
  // So that the newest booking is the one made last.
  desk.pass({ minutes: 1 });
  const said = await desk.say(visitor, words);
  return visitor.titles().some((title) => title === name) ? desk.tap(visitor, name) : said;
}

const receiptsOf = (packId: string) =>
  prisma().receipt.findMany({ where: { packId }, orderBy: { sequence: 'asc' } });

describe('a pack that is sold', () => {
  test('has its receipt at once, and the customer has it sent in the chat', async () => {
    const visitor = await meet('Selvi', 'வணக்கம்');
    const pack = await sell('Selvi');
    const [receipt, ...others] = await receiptsOf(pack);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'receipt', amountPaise: 300_000, bookingId: null });
    expect(receipt?.snapshot).toMatchObject({
      customer: { name: 'Selvi' },
      booking: null,
      pack: { name: { en: 'Ten visits' }, kind: 'visits', quantity: 10, pricePaise: 300_000 },
      tax: null,
    });
    expect(await desk.say(visitor, 'ரசீது')).toContain(receipt?.number);
    const stranger = await meet('Stranger');
    stranger.press(`1|pack-receipt|c=${pack}`);
    await desk.settle();
    expect(stranger.body()).toContain('no receipt');
    const found = await receiptFile(prisma(), desk.scope, {
      id: receipt?.id ?? '',
      language: 'ta',
      within: null,
    });
    expect(found?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const hidden = { id: receipt?.id ?? '', language: 'ta', within: newId() } as const;
    expect(await receiptFile(prisma(), desk.scope, hidden)).toBeNull();
    const { rows } = await listReceipts(prisma(), desk.scope, 'Asia/Kolkata', { q: 'பத்து' });
    expect(rows).toMatchObject([{ number: receipt?.number, reference: null, pack: { en: 'Ten visits' } }]);
  });

  test('names the tax of its services, and a credit note takes it back with the money, once', async () => {
    await meet('Thilaga');
    const { businessId } = desk.scope;
    await prisma().business.update({ where: { id: businessId }, data: { gstin: '33AAPFU0939F1Z2' } });
    await prisma().service.updateMany({
      where: { businessId, kind: 'court' },
      data: { gstPercent: 18, sac: '999652' },
    });
    const pack = await sell('Thilaga');
    const back = {
      actor: staff,
      packId: pack,
      key: newId(),
      amountPaise: 118_000,
      reason: 'moved away',
    };
    await expect(
      takeBackPack(desk.world, desk.scope, { ...back, amountPaise: 300_001 }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await Promise.all([1, 2].map(() => takeBackPack(desk.world, desk.scope, back)));
    const [invoice, note, ...others] = await receiptsOf(pack);
    expect(others).toEqual([]);
    expect(invoice?.snapshot).toMatchObject({ kind: 'tax-invoice', sac: '999652', tax: { percent: 18 } });
    expect(note).toMatchObject({ kind: 'credit-note', sequence: (invoice?.sequence ?? 0) + 1 });
    expect(note?.snapshot).toMatchObject({
      tax: { taxablePaise: 100_000, cgstPaise: 9_000 },
      refunded: { of: invoice?.number },
    });
    expect(await packOf(pack)).toMatchObject({ remaining: 0 });
    const { id } = await customerOf('Thilaga');
    expect(await listSoldPacks(prisma(), desk.scope, { customerId: id })).toMatchObject([
      { keptPaise: 182_000 },
    ]);
    await prisma().business.update({ where: { id: businessId }, data: { gstin: null } });
  });

  test('as a membership ends when it is taken back', async () => {
    await meet('Usha');
    const pack = await sell('Usha', { kind: 'membership', quantity: undefined, memberPercent: 10 } as object);
    const { endsOn: sold, startsOn } = await packOf(pack);
    desk.pass({ minutes: 3 * 24 * 60 });
    const back = { actor: staff, packId: pack, key: newId(), amountPaise: 100_000, reason: 'moved away' };
    await takeBackPack(desk.world, desk.scope, back);
    const { endsOn } = await packOf(pack);
    expect(endsOn.getTime()).toBe(startsOn.getTime() + 2 * 86_400_000);
    expect(endsOn < sold).toBe(true);
    desk.pass({ minutes: -3 * 24 * 60 });
  });
});

describe('a booking that a pack pays', () => {
  test('needs no payment, says the balance in Tamil, and goes back when it is cancelled in time', async () => {
    const visitor = await meet('Anbu', 'வணக்கம்');
    const pack = await sell('Anbu');
    expect(await review(visitor, 'Anbu')).toContain(
      'உங்கள் பேக்கேஜில் இருந்து: 10 முறை மொத்தத்தில் 1; இதுக்குப் பிறகு பாக்கி 9',
    );
    const said = await desk.tap(visitor, 'உறுதி');
    expect(said).toContain('புக் ஆயிடுச்சு');
    expect(said).toContain('பாக்கி 9');
    const booking = await bookingOf('Anbu');
    expect(booking).toMatchObject({ status: 'confirmed', askedPaise: 0, keptPaise: 0, asking: null });
    expect(foldLedger(await listLedger(prisma(), desk.scope, booking.id))).toMatchObject({
      settlement: 'nothing-due',
      duePaise: 0,
    });
    expect((await packOf(pack)).entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['bought', 10],
      ['used', -1],
    ]);
    expect(
      await loadBookingMoney(prisma(), desk.scope, { booking: booking.id, within: null, now: desk.now() }),
    ).toMatchObject({ duePaise: 0, pack: { en: 'Ten visits' } });
    expect(await desk.say(visitor, 'பேக்கேஜ்ல எத்தனை பாக்கி')).toContain('பாக்கி 9');
    await desk.say(visitor, 'ரத்து பண்ணுங்க');
    expect(visitor.body()).toContain('திரும்பச் சேரும்');
    expect(await desk.tap(visitor, 'ஆமா')).toContain('திரும்பச் சேர்ந்தது; பாக்கி 10 முறை');
    expect(await packOf(pack)).toMatchObject({ remaining: 10 });
  });

  test('keeps what is called off too late, and gets it back when the venue calls off', async () => {
    const visitor = await meet('Bala');
    const pack = await sell('Bala');
    const today = await review(visitor, 'Bala', 'court today 9 pm');
    expect(today).toContain('If you cancel, it stays used from your pack.');
    // Said once, and nothing of money.
    expect(today).not.toContain('given back');
    expect(today).toContain('From your pack: 1 of 10 visits, 9 left after this');
    await desk.tap(visitor, 'Confirm');
    await desk.say(visitor, 'cancel');
    expect(visitor.body()).toContain('stays used');
    expect(await desk.tap(visitor, 'Yes')).toContain('stays used from your pack; you have 9 visits left');
    expect((await bookingOf('Bala')).status).toBe('cancelled');
    expect(await packOf(pack)).toMatchObject({ remaining: 9 });
    await review(visitor, 'Bala', 'court today 9 pm');
    await desk.tap(visitor, 'Confirm');
    expect(await packOf(pack)).toMatchObject({ remaining: 8 });
    const booking = await bookingOf('Bala');
    await actOnBooking(desk.world, desk.scope, {
      actor: staff,
      booking: booking.id,
      within: null,
      act: { act: 'cancel', version: booking.version, reason: 'rain', tell: false, key: newId() },
    });
    expect(await packOf(pack)).toMatchObject({ remaining: 9 });
  });

  test('takes and gives minutes when it is moved, and leaves the pack when it is moved beyond it', async () => {
    const visitor = await meet('Chitra');
    const pack = await sell('Chitra', { kind: 'hours', quantity: 600, validDays: 20 });
    expect(await review(visitor, 'Chitra')).toContain('From your pack: 1 hour of 10 hours, 9 hours left');
    await desk.tap(visitor, 'Confirm');
    expect(await packOf(pack)).toMatchObject({ remaining: 540 });
    await desk.say(visitor, `move to ${wish('11 am').replace('court ', '')}`);
    expect(visitor.body()).toContain('9 hours left');
    await desk.tap(visitor, 'Confirm');
    expect(visitor.body()).toContain('Moved');
    expect(await packOf(pack)).toMatchObject({ remaining: 540 });
    expect(await bookingOf('Chitra')).toMatchObject({ askedPaise: 0 });
    const { id: bookingId, resourceId, startsAt, version } = await bookingOf('Chitra');
    const later = new Date(startsAt.getTime() + 40 * 86_400_000);
    const placed = await moveFromDashboard(desk.world, desk.scope, staff, {
      ...{ bookingId, resourceId, version, startsAt: later.toISOString(), durationMinutes: 90 },
      ...{ within: null, overrideReason: null, price: 'new', notify: false },
    });
    // Wherever the venue puts it, the pack has paid; for an hour and a half by now.
    expect(placed).toMatchObject({ outcome: 'done' });
    expect(await packOf(pack)).toMatchObject({ remaining: 510 });
    expect(await bookingOf('Chitra')).toMatchObject({ askedPaise: 0 });
    await prisma().pack.updateMany({ where: { id: pack }, data: { endsOn: desk.now() } });
    await desk.say(visitor, `move to ${wish('11 am').replace('court ', '')}`);
    expect(visitor.body()).not.toContain('pack');
    await desk.tap(visitor, 'Confirm');
    expect(await packOf(pack)).toMatchObject({ remaining: 600 });
    const { askedPaise, pricePaise } = await bookingOf('Chitra');
    expect(askedPaise).toBe(pricePaise);
  });

  test('is none where the pack has expired by the day of the visit, or is used up', async () => {
    const visitor = await meet('Deepa');
    const pack = await sell('Deepa', { validDays: 1 });
    expect(await review(visitor, 'Deepa')).not.toContain('pack');
    await desk.tap(visitor, 'Confirm');
    expect((await bookingOf('Deepa')).status).toBe('held');
    expect(await packOf(pack)).toMatchObject({ remaining: 10 });
  });

  test('is counted in the money of the day by how it was paid', async () => {
    await meet('Elango');
    const packId = await sell('Elango');
    expect(await prisma().payment.findMany({ where: { packId } })).toMatchObject([
      {
        amountPaise: 300_000,
        method: 'cash',
        takenBy: staff.userId,
        bookingId: null,
        disposition: 'applied',
      },
    ]);
  });
});

test('staff mend a pack, but never below nothing, and it goes with its customer', async () => {
  await meet('Hari');
  await meet('Hari B');
  const packId = await sell('Hari');
  const mend = { actor: staff, packId, reason: 'two free' };
  const more = { ...mend, amount: 2, key: newId() };
  await correctPack(desk.world, desk.scope, more);
  await correctPack(desk.world, desk.scope, more);
  expect(await packOf(packId)).toMatchObject({ remaining: 12 });
  await expect(correctPack(desk.world, desk.scope, { ...mend, amount: -13, key: newId() })).rejects.toThrow(
    'Less is left',
  );
  await changeExpiry(desk.world, desk.scope, { ...mend, endsOn: '2027-12-31' });
  expect(await packOf(packId)).toMatchObject({ endsOn: new Date('2027-12-31') });
  await expect(changeExpiry(desk.world, desk.scope, { ...mend, endsOn: '2020-01-01' })).rejects.toThrow(
    'ends before',
  );
  const { id: drop } = await customerOf('Hari');
  const { id: keep } = await customerOf('Hari B');
  await transaction(desk.world.database, (tx) =>
    mergeCustomers(tx, desk.scope, { keep: keep as CustomerId, drop: drop as CustomerId }),
  );
  const own = { actor: staff, customerId: keep };
  expect(await exportCustomer(desk.world, desk.scope, own)).toContain('two free');
  await eraseCustomer(desk.world, desk.scope, own);
  expect(JSON.stringify(await packOf(packId))).not.toContain('two free');
  expect(await listSoldPacks(prisma(), desk.scope, { customerId: keep })).toMatchObject([
    { id: packId, remaining: 12, customer: { id: keep } },
  ]);
});

test('a member pays less, and the price says so', async () => {
  const visitor = await meet('Farook');
  const words = wish();
  await review(visitor, 'Farook', words);
  const before = await bookingOf('Farook');
  await desk.tap(visitor, 'Cancel');
  await sell('Farook', { kind: 'membership', memberPercent: 10 });
  await review(visitor, 'Farook', words);
  const { pricePaise, priceLines } = await bookingOf('Farook');
  expect(pricePaise).toBe(before.pricePaise * 0.9);
  expect(priceLines).toContainEqual({
    label: { en: 'Ten visits', ta: 'பத்து முறை' },
    minutes: 0,
    paise: pricePaise - before.pricePaise,
  });
});

test('a member pays less at the desk as well, and is quoted so', async () => {
  await meet('Indra');
  await sell('Indra', { kind: 'membership', memberPercent: 10 });
  const { id: customerId } = await customerOf('Indra');
  const { serviceId, resourceId } = await bookingOf('Anbu');
  const startsAt = new Date(desk.now().getTime() + 50 * 86_400_000);
  startsAt.setUTCHours(5, 30, 0, 0);
  const wish = { serviceId, resourceId, startsAt, durationMinutes: 60, now: desk.now() };
  const anybody = await quoteSlot(desk.world, desk.scope, wish);
  const member = await quoteSlot(desk.world, desk.scope, { ...wish, customerId });
  expect(member.pricePaise).toBe(anybody.pricePaise * 0.9);
  expect(member.priceLines.reduce((sum, { paise }) => sum + paise, 0)).toBe(member.pricePaise);
});

test('twenty bookings at once use a pack of five visits five times', async () => {
  await meet('Gopi');
  const pack = await sell('Gopi', { kind: 'visits', quantity: 5 });
  const { id: customerId } = await customerOf('Gopi');
  const template = await bookingOf('Anbu');
  const ids = Array.from({ length: 20 }, () => newId());
  await prisma().booking.createMany({
    data: ids.map((id, at) => ({
      ...{ businessId: template.businessId, id, serviceId: template.serviceId, customerId },
      reference: `G${String(at)}`,
      resourceId: template.resourceId,
      status: 'held',
      startsAt: new Date(desk.now().getTime() + (30 * 24 + at) * 3_600_000),
      endsAt: new Date(desk.now().getTime() + (30 * 24 + at + 1) * 3_600_000),
      pricePaise: 40_000,
      source: 'chat',
      holdUntil: new Date(desk.now().getTime() + 600_000),
      createdAt: desk.now(),
      updatedAt: desk.now(),
    })),
  });
  const now = desk.now();
  const actor = { kind: 'customer', id: customerId } as const;
  const paid = await Promise.all(
    ids.map((bookingId) =>
      transaction(desk.world.database, async (tx) => {
        const packs = await lockPacks(tx, desk.scope, { customerId, now });
        const visit = { serviceId: template.serviceId, on: '2026-12-24', durationMinutes: 60 };
        const chosen = choosePack(packs, visit);
        const done = await confirmBooking(tx, desk.scope, { bookingId, actor, now });
        const booking = await findBooking(tx, desk.scope, bookingId);
        if (!chosen || !booking || !done.ok) return false;
        await payFromPack(tx, desk.scope, { booking, pack: chosen, actor, now });
        return true;
      }),
    ),
  );
  expect(paid.filter(Boolean)).toHaveLength(5);
  expect(await packOf(pack)).toMatchObject({ remaining: 0 });
  expect((await packOf(pack)).entries.filter(({ kind }) => kind === 'used')).toHaveLength(5);
  await expect(
    prisma().pack.updateMany({ where: { id: pack }, data: { remaining: { decrement: 1 } } }),
  ).rejects.toThrow('pack_remaining');
});
