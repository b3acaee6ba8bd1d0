import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarCredentialsSchema } from '../../calendars/credentials';
import { channelCredentials } from '../../channels/credentials';
import { newId } from '../../db/new-id';
import { simulatorCredentials } from '../../simulator/credentials';
import { createTestDatabase, type TestDatabase } from '../../testing/database';
import { importedPause } from '../../tenancy/imported-pause';
import { seedDemo } from '../seed-demo';
import { exportBusiness } from './export-business';
import { discardExport, exportTo, importFrom } from './files';
import { importBusiness } from './import-business';
import type { ExportSource, Manifest } from './manifest';
import { inOrder, listMovedTables, notMoved, secretColumns } from './tables';

const now = new Date('2026-11-27T06:00:00Z');
const folder = mkdtempSync(path.join(tmpdir(), 'neram-moving-'));
const whole = path.join(folder, 'whole');
let from: TestDatabase;
let businessId: string;
const at = (db: TestDatabase) => ({
  pool: db.database.pool,
  clock: { now: () => now },
  seal: (plain: string) => `sealed ${plain}`,
});

/** They are called like secrets and are none. */
const harmless = ['channel.token_expires_at'];

/** What a customer may write, and a line must bear. */
const hardText = 'வணக்கம் \u2028 "quoted"\n\\u0041 👩‍👩‍👧 *_~';

beforeAll(async () => {
  from = await createTestDatabase(3);
  await seedDemo(from.database, {
    env: {
      demoPassword: 'not-used-here',
      whatsapp: null,
      simulator: simulatorCredentials('x'.repeat(32)),
      payments: null,
    },
    now,
    seal: (plain) => `sealed ${plain}`,
  });
  const { prisma } = from.database;
  const business = await prisma.business.findFirstOrThrow();
  businessId = business.id;
  const channel = await prisma.channel.findFirstOrThrow();
  const customer = await prisma.customer.findFirstOrThrow();
  const own = { businessId, createdAt: now };
  const threadId = newId();
  const thread = { id: threadId, channelId: channel.id, customerId: customer.id, updatedAt: now };
  await prisma.thread.create({ data: { ...own, ...thread, state: { note: hardText } } });
  const said = (position: number, direction: string, status: string) => ({
    ...own,
    ...{ id: newId(), threadId, position, direction, status, effectId: newId(), label: 'text' },
    content: { kind: 'text', text: hardText, body: hardText },
  });
  await prisma.message.createMany({ data: [said(0, 'in', 'received'), said(1, 'out', 'queued')] });
  await prisma.inboundEvent.create({
    data: {
      ...{ businessId, id: newId(), channelId: channel.id, eventKey: 'e', kind: 'message', senderKey: '1' },
      payload: { text: hardText },
      receivedAt: now,
    },
  });
  await prisma.photo.create({
    data: { ...own, id: newId(), contentType: 'image/png', bytes: Buffer.from([0, 1, 2, 255, 10, 13]) },
  });
  const account = { businessId, kind: 'service-account', label: 'n@g.test', userId: newId(), createdAt: now };
  const accountId = newId();
  await prisma.calendarAccount.create({ data: { ...account, id: accountId, credentials: 'sealed' } });
  await prisma.calendarLink.create({
    data: {
      ...{ businessId, id: newId(), accountId, calendarId: 'c', calendarName: 'Court 1', reads: false },
      ...{ stateSince: now, lookAt: now, readDueAt: now, compareDueAt: now, createdAt: now },
      ...{ syncToken: 'where reading goes on', watchId: newId(), watchResource: 'x', watchUntil: now },
    },
  });
  const owner = await prisma.staffUser.findFirstOrThrow({ orderBy: { email: 'asc' } });
  await prisma.auditEntry.create({
    data: { businessId, id: newId(), at: now, actor: { userId: owner.id }, action: 'x.y', subject: {} },
  });
  // Somebody else's, which must not come along.
  await prisma.business.create({
    data: { id: newId(), slug: 'other', name: { en: 'Other' }, address: {}, zone: 'Asia/Kolkata' },
  });
  await exportBusiness(at(from), 'demo', exportTo(whole));
}, 120_000);
afterAll(async () => {
  await from.drop();
  rmSync(folder, { recursive: true });
});

/** Every line by its table. */
async function linesOf(source: ExportSource): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for await (const { table, line } of source.lines()) found.set(table, [...(found.get(table) ?? []), line]);
  return found;
}
const read = (file: string): string => readFileSync(path.join(whole, file), 'utf8');
const manifest = (): Manifest => JSON.parse(read('manifest.json')) as Manifest;

describe('an export', () => {
  test('forgets no table: each goes, or is named as one of the whole installation', async () => {
    const { rows } = await from.database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
         AND relkind IN ('r', 'p') AND NOT relispartition`,
    );
    const moved = manifest().tables.map(({ name }) => name);
    expect([...moved, ...notMoved].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  test('leaves every secret out: what looks like one is named as one', async () => {
    const { rows } = await from.database.pool.query<{ table: string; column: string }>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name ~ 'credential|secret|token|hash|password|sealed'`,
    );
    const movedNames = new Set(manifest().tables.map(({ name }) => name));
    const open = rows.filter(
      ({ table, column }) =>
        movedNames.has(table) &&
        !secretColumns[table]?.includes(column) &&
        !harmless.includes(`${table}.${column}`),
    );
    expect(open).toEqual([]);
    const everything = readdirSync(whole)
      .map((file) => readFileSync(path.join(whole, file), 'utf8'))
      .join('');
    expect(everything).not.toMatch(/sealed|argon2|where reading|credentials|password_hash/);
  });

  test('counts its lines, holds one business, and is for nobody else’s eyes', () => {
    const counts = Object.fromEntries(manifest().tables.map(({ name, count }) => [name, count]));
    expect(counts).toMatchObject({ business: 1, staff_user: 2, channel: 1, photo: 1, message: 2 });
    expect(counts['booking']).toBeGreaterThan(20);
    expect(read('business.jsonl').trim().split('\n')).toHaveLength(1);
    expect(statSync(path.join(whole, 'customer.jsonl')).mode & 0o077).toBe(0);
  });

  test('of a business that is not there is none', async () => {
    const place = path.join(folder, 'nobody');
    expect(await exportBusiness(at(from), 'nobody', exportTo(place))).toBeNull();
    await discardExport(place);
    expect(() => importFrom(place)).toThrow(/no whole export/);
  });

  test('is never written over another', () => {
    expect(() => exportTo(whole)).toThrow(/is there already/);
  });
});

describe('an import', () => {
  let to: TestDatabase;
  beforeEach(async () => {
    to = await createTestDatabase(3);
    return () => to.drop();
  });

  test('into an empty installation is the same business, table by table', async () => {
    const done = await importBusiness(at(to), importFrom(whole));
    expect(done).toMatchObject({ ok: true, value: { slug: 'demo', newKeys: [] } });
    const again = path.join(folder, 'again.jsonl.gz');
    await exportBusiness(at(to), 'demo', exportTo(again));
    const [before, after] = [await linesOf(importFrom(whole)), await linesOf(importFrom(again))];
    const changed = ['channel', 'payment_account', 'message', 'inbound_event', 'calendar_link'];
    for (const [table, lines] of before)
      if (!changed.includes(table)) expect([table, after.get(table)]).toEqual([table, lines]);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const table of changed) expect(after.get(table)?.length).toBe(before.get(table)?.length);
    expect(after.get('thread')?.join()).toContain('👩‍👩‍👧');
  });

  test('sends nothing: numbers are paused without their secrets, and what waited is left to where it was', async () => {
    await importBusiness(at(to), importFrom(whole));
    const { prisma } = to.database;
    const channel = await prisma.channel.findFirstOrThrow();
    expect(channel.pausedReason).toBe(importedPause);
    const credentials = channelCredentials.simulator.parse(
      JSON.parse(channel.credentials.replace('sealed ', '')),
    );
    // Nobody can sign for it: not with the old secret, nor with an empty one.
    expect(credentials.appSecret).toMatch(/^[0-9a-f]{64}$/);
    expect(await prisma.message.count({ where: { status: { in: ['queued', 'sending'] } } })).toBe(0);
    expect(await prisma.inboundEvent.count({ where: { status: 'pending' } })).toBe(0);
    expect(await prisma.paymentAccount.count({ where: { retiredAt: null } })).toBe(0);
    expect(await prisma.calendarLink.findFirstOrThrow()).toMatchObject({
      state: 'revoked',
      lookAt: null,
      syncToken: null,
    });
    const calendar = await prisma.calendarAccount.findFirstOrThrow();
    expect(
      calendarCredentialsSchema.parse(JSON.parse(calendar.credentials.replace('sealed ', ''))),
    ).toMatchObject({
      email: 'n@g.test',
      privateKey: expect.stringContaining('PRIVATE KEY') as string,
    });
    expect((await prisma.channelKey.findMany()).map(({ key }) => key)).toEqual(['demo']);
    expect((await prisma.staffUser.findMany()).map(({ passwordHash }) => passwordHash)).toEqual([
      'none',
      'none',
    ]);
  });

  test('of a business that is here is refused, and so is its slug where another has it', async () => {
    expect(await importBusiness(at(from), importFrom(whole))).toEqual({
      ok: false,
      reason: 'present',
      slug: 'demo',
    });
    const other = { id: newId(), slug: 'demo', name: {}, address: {}, zone: 'UTC' };
    await to.database.prisma.business.create({ data: other });
    expect(await importBusiness(at(to), importFrom(whole))).toMatchObject({ reason: 'slug-taken' });
    await to.database.prisma.channelKey.create({
      data: { key: 'demo', businessId: other.id, channelId: newId() },
    });
    const done = await importBusiness(at(to), importFrom(whole), { slug: 'demo-two' });
    const key = `demo-${businessId.slice(-6)}`;
    expect(done).toMatchObject({
      ok: true,
      value: { slug: 'demo-two', newKeys: [{ was: 'demo', is: key }] },
    });
    expect(await to.database.prisma.channel.findMany({ select: { key: true } })).toEqual([{ key }]);
  });

  test('knows people again by their e-mail address, wherever their id stands', async () => {
    const { prisma } = to.database;
    const hereId = newId();
    const email = 'Owner@demo.test';
    await prisma.staffUser.create({ data: { id: hereId, email, name: 'K', passwordHash: 'kept' } });
    expect(await importBusiness(at(to), importFrom(whole))).toMatchObject({ ok: true });
    const people = await prisma.staffUser.findMany({ orderBy: { email: 'asc' } });
    expect(people).toMatchObject([{ id: hereId, email, passwordHash: 'kept' }, { email: 'staff@demo.test' }]);
    expect(await prisma.membership.count({ where: { userId: hereId } })).toBe(1);
    expect((await prisma.auditEntry.findFirstOrThrow({ where: { action: 'x.y' } })).actor).toEqual({
      userId: hereId,
    });
  });

  test('of another person’s id is refused, and leaves nothing behind', async () => {
    const owner = await from.database.prisma.staffUser.findFirstOrThrow({
      where: { email: 'owner@demo.test' },
    });
    await to.database.prisma.staffUser.create({
      data: { id: owner.id, email: 'somebody@else.test', name: 'S', passwordHash: 'none' },
    });
    expect(await importBusiness(at(to), importFrom(whole))).toMatchObject({
      reason: 'person-differs',
      email: 'owner@demo.test',
    });
    expect(await to.database.prisma.business.count()).toBe(0);
  });

  test('of what was changed since, or made by a later version, is refused', async () => {
    const copy = path.join(folder, `copy-${String(Date.now())}`);
    const lines = await linesOf(importFrom(whole));
    const sink = exportTo(copy);
    for (const [table, each] of lines)
      for (const line of each) await sink.write(table, line.replace('₹', '$'));
    await sink.finish(manifest());
    const file = path.join(copy, 'customer.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/\n.*\n$/, '\n'));
    expect(await importBusiness(at(to), importFrom(copy))).toEqual({
      ok: false,
      reason: 'damaged',
      table: 'customer',
    });
    const later = { ...manifest(), migrations: [...manifest().migrations, '29990101000000_later'] };
    const source = importFrom(whole);
    expect(
      await importBusiness(at(to), { ...source, readManifest: () => Promise.resolve(later) }),
    ).toMatchObject({ reason: 'newer', migrations: ['29990101000000_later'] });
    expect(
      await importBusiness(at(to), { ...source, readManifest: () => Promise.resolve({}) }),
    ).toMatchObject({ reason: 'unreadable' });
  });
});

test('tables come after those they refer to', async () => {
  const references = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['c', 'elsewhere'])],
  ]);
  expect(inOrder(['a', 'b', 'c'], references)).toEqual(['c', 'b', 'a']);
  expect(() =>
    inOrder(
      ['a', 'b'],
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    ),
  ).toThrow(/circle/);
  const client = await from.database.pool.connect();
  const names = (await listMovedTables(client)).map(({ name }) => name);
  client.release();
  expect(names.slice(0, 2)).toEqual(['business', 'staff_user']);
  expect(names.indexOf('customer')).toBeLessThan(names.indexOf('booking'));
});
