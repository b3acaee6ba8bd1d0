/** The house as data: which room stands on which floor. `lib/README.md` says it in words. */
export const floorOf: Readonly<Record<string, number>> = {
  kernel: 0,
  messaging: 1,
  i18n: 1,
  scheduling: 1,
  receipts: 1,
  terms: 1,
  conversation: 2,
  reminders: 2,
  db: 3,
  channels: 3,
  gateways: 3,
  calendars: 3,
  vault: 3,
  live: 3,
  documents: 3,
  mail: 3,
  metrics: 3,
  simulator: 3,
  'stand-ins': 3,
  tenancy: 4,
  catalog: 4,
  customers: 4,
  threads: 4,
  booking: 4,
  payments: 4,
  packs: 4,
  inbox: 4,
  outbox: 4,
  reports: 4,
  operations: 4,
  templates: 4,
  costs: 4,
  mirrors: 4,
  workflows: 5,
  worker: 6,
  web: 6,
};

/** Packages without side effects, allowed on the pure floors 0–2. */
const purePackages = [
  'zod',
  'temporal-polyfill',
  'libphonenumber-js',
  'chrono-node',
  'use-intl',
  'intl-messageformat',
];

/** Files that stand beside the rooms; usable from floor 3 up. */
const besideRooms = ['env', 'log'];

type Place =
  | { kind: 'lib'; room: string; path: string }
  | { kind: 'app' | 'components' | 'package' | 'other'; path: string };

/** `file` and `target` are paths from the repository's root without extension; packages as they are named. */
function placeOf(path: string): Place {
  const [top, room = ''] = path.split('/');
  if (top === 'lib') return { kind: 'lib', room, path };
  if (top === 'app' || top === 'components') return { kind: top, path };
  return { kind: 'other', path };
}

/**
 * Why one import is forbidden, or null when it is allowed.
 * `specifier` is relative imports already resolved to a path from the root, or a bare package name.
 */
export function forbiddenBecause(
  file: string,
  target: string,
  options: { isPackage: boolean; typeOnly: boolean },
): string | null {
  const from = placeOf(file);
  if (from.kind === 'lib') return forbiddenInLib(from.room, file, target, options);
  if (options.isPackage) return null;
  const to = placeOf(target);
  if (from.kind === 'components') {
    if (to.kind === 'components') return null;
    const free =
      to.kind === 'lib' &&
      (['kernel', 'i18n', 'messaging', 'scheduling', 'terms'].includes(to.room) ||
        options.typeOnly ||
        target.endsWith('/schema'));
    return free
      ? null
      : 'components may import kernel, i18n, messaging, scheduling, terms, schemas and types only';
  }
  if (from.kind === 'app' && to.kind === 'lib') {
    const free =
      ['web', 'workflows', 'kernel', 'i18n', 'env'].includes(to.room) ||
      options.typeOnly ||
      target.endsWith('/schema') ||
      target.endsWith('/queries');
    return free ? null : 'app may import web, workflows, kernel, i18n, schemas, queries and types only';
  }
  return null;
}

function forbiddenInLib(
  room: string,
  file: string,
  target: string,
  options: { isPackage: boolean; typeOnly: boolean },
): string | null {
  const floor = floorOf[room];
  if (room === 'testing' || floor === undefined) return null;
  if (options.isPackage) return forbiddenPackage(room, floor, target);
  const to = placeOf(target);
  if (to.kind !== 'lib') return `lib never imports ${to.path.split('/')[0] ?? ''}/`;
  if (to.room === room) return null;
  if (besideRooms.includes(to.room))
    return floor >= 3 ? null : `the pure floors read neither the environment nor a log`;
  if (to.room === 'testing') return 'only tests import testing/';
  const toFloor = floorOf[to.room];
  if (toFloor === undefined) return `no room is called ${to.room}`;
  if (floor === 4 && toFloor === 4) {
    if (to.room === 'tenancy' || (options.typeOnly && target.endsWith('/types'))) return null;
    return 'product rooms are strangers: only tenancy and another room’s types.ts (as types)';
  }
  // Changes are told on the connection, and so in the transaction, that makes them.
  if (room === 'live' && to.room === 'db') return null;
  if (toFloor >= floor)
    return `floor ${String(floor)} (${room}) must not import floor ${String(toFloor)} (${to.room})`;
  if (floor === 4 && toFloor === 3) return forbiddenEdge(file, to.room, target, options.typeOnly);
  return null;
}

/** Product rooms reach the database through queries, commands and statements, and know no other edge but by its types. */
function forbiddenEdge(file: string, edge: string, target: string, typeOnly: boolean): string | null {
  if (typeOnly && target.endsWith('/types')) return null;
  if (edge !== 'db') return `product rooms do not import ${edge}/`;
  return /\/(queries|commands\/[^/]+|sql\/[^/]+)$/.test(file)
    ? null
    : 'only queries.ts, commands/ and sql/ import db';
}

function forbiddenPackage(room: string, floor: number, name: string): string | null {
  const base = name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
  if (floor <= 2) return purePackages.includes(base) ? null : `the pure floors must not import ${name}`;
  const webOnly = ['next', 'next-auth', 'react', 'react-dom', 'server-only', 'next-intl'];
  if (webOnly.includes(base) && room !== 'web') return `only web/ may import ${base}`;
  return null;
}
