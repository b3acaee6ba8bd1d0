import { NextRequest } from 'next/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../db/new-id';
import { createLogger } from '../log';
import { may, roles, rolesWith, type Role } from '../kernel/roles';
import { createTestDatabase, type TestDatabase } from '../testing/database';
import { findStaffRoutes, type FoundRoute } from './find-staff-routes';
import { noGateways } from '../testing/no-gateways';
import { noProviders } from '../testing/no-providers';
import { makeSampleClub } from '../testing/sample-club';
import { openWorld } from '../workflows/open-world';
import { sessionCookie } from './session-cookie';

// Every route × every role × own and foreign business: a route that forgets its gate fails here by itself.

let db: TestDatabase;
let routes: FoundRoute[];
let own: string;
let foreign: string;
const cookies = new Map<Role, string>();

beforeAll(async () => {
  db = await createTestDatabase();
  const options = {
    databaseUrl: db.url,
    secret: Buffer.alloc(32, 7).toString('base64'),
    connections: 4,
    publicUrl: 'http://localhost:3000',
    whatsapp: noProviders('http://localhost:9'),
    simulatorUrl: null,
    payments: noGateways,
    mail: null,
  };
  const world = openWorld(options, createLogger({ level: 'silent', role: 'test' }));
  Object.assign(globalThis, { neramWorld: { ...world, databaseUrl: db.url, secret: options.secret } });
  routes = await findStaffRoutes();
  const [club, other] = [await makeSampleClub(db.database), await makeSampleClub(db.database)];
  own = club.scope.businessId;
  foreign = other.scope.businessId;
  for (const role of roles) {
    const user = { id: newId(), email: `${role}@club.test`, name: role };
    const { prisma } = db.database;
    const made = await prisma.staffUser.create({ data: { ...user, passwordHash: 'none' } });
    const resourceId = role === 'practitioner' ? (club.courts[0] ?? null) : null;
    await prisma.membership.create({
      data: { businessId: own, id: newId(), userId: made.id, role, resourceId },
    });
    cookies.set(role, (await sessionCookie(made)).split(';')[0] ?? '');
  }
}, 120_000);
afterAll(() => db.drop());

/** Calls a route as a browser of that role would; ids in the address are well formed and lead to nothing. */
async function call(found: FoundRoute, business: string, role: Role | 'nobody'): Promise<Response> {
  const names = [...found.path.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name]) => name ?? '');
  const params = Object.fromEntries(names.map((name) => [name, newId()]));
  const url = `http://localhost:3000/api/businesses/${business}/${found.path}`;
  const cookie = role === 'nobody' ? undefined : cookies.get(role);
  const body = found.method === 'GET' ? null : '{}';
  const request = new NextRequest(url, {
    method: found.method,
    headers: { ...(cookie && { cookie }), 'content-type': 'application/json' },
    ...(body !== null && { body }),
  });
  return found.route(request, { params: Promise.resolve({ business, ...params }) });
}

const nameOf = ({ method, path }: FoundRoute): string => `${method} ${path}`;

/** One call after another, since some of them sign everybody out; gives those that answered otherwise. */
async function unlike(
  business: string,
  role: Role | 'nobody',
  wanted: (found: FoundRoute) => number | null,
): Promise<string[]> {
  const odd: string[] = [];
  for (const found of routes) {
    const status = wanted(found);
    if (status === null) continue;
    const answer = await call(found, business, role);
    if (answer.status !== status) odd.push(`${nameOf(found)}: ${String(answer.status)}`);
    await answer.body?.cancel();
  }
  return odd;
}

test('there are routes, and each of them names a permission of the table', () => {
  expect(routes.length).toBeGreaterThan(10);
  const nameless = routes.filter(({ route }) => !Object.hasOwn(rolesWith, route.definition.permission));
  expect(nameless.map(nameOf)).toEqual([]);
});

test('nobody signed in is 401 everywhere, also where there is no such business', async () => {
  expect(await unlike(own, 'nobody', () => 401)).toEqual([]);
  expect(await unlike('no-such-business', 'nobody', () => 401)).toEqual([]);
});

test.each(roles)('%s finds nothing in a business of others, as in one that does not exist', async (role) => {
  expect(await unlike(foreign, role, () => 404)).toEqual([]);
  expect(await unlike('no-such-business', role, () => 404)).toEqual([]);
});

test.each(roles)('%s is refused (403) exactly what the table does not give', async (role) => {
  const refused = ({ route }: FoundRoute): boolean => !may(role, route.definition.permission);
  expect(await unlike(own, role, (found) => (refused(found) ? 403 : null))).toEqual([]);
});

test('an empty request of somebody who may is never a fault of ours', async () => {
  const faults: string[] = [];
  for (const found of routes) {
    // It would end the session that the other calls use.
    if (found.path === 'account/sessions') continue;
    const answer = await call(found, own, 'owner');
    if (answer.status >= 500 || answer.status === 401 || answer.status === 403)
      faults.push(`${nameOf(found)}: ${String(answer.status)}`);
    await answer.body?.cancel();
  }
  expect(faults).toEqual([]);
});
