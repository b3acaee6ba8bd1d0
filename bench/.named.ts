import { createHash } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '../lib/db/generated/client';
import { mkdtempSync } from 'node:fs';
import { startPostgres } from '../lib/db/embedded/start-postgres';
import { applyMigrations } from '../lib/db/migrate/apply-migrations';
import { makeSampleClub } from '../lib/testing/sample-club';
import { holdSlot } from '../lib/booking/commands/hold-slot';
import { confirmBooking } from '../lib/booking/commands/confirm-booking';
import { transaction } from '../lib/db/transaction';
const folder = mkdtempSync('/tmp/neram-bench-');
const server = await startPostgres({ folder });
await applyMigrations(server.url());
const now = new Date('2026-11-23T04:00:00Z');
async function go(label: string, options: any) {
  const pool = new pg.Pool({ connectionString: server.url(), max: 16 });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, options) });
  const database: any = { prisma, pool };
  const club = await makeSampleClub(database, { courts: 12 });
  let n = 0;
  const end = performance.now() + 4000;
  let done = 0;
  const cpu = process.cpuUsage();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      while (performance.now() < end) {
        const court = club.courts[n % 12]!;
        const startsAt = new Date(now.getTime() + (1 + Math.floor(n++ / 12)) * 3600000);
        const h: any = await transaction(database, (tx) =>
          holdSlot(tx, club.scope, club.wish({ startsAt, now, courts: [court] })),
        );
        if (process.argv[2])
          await transaction(database, (tx) =>
            confirmBooking(tx, club.scope, { bookingId: h.value.id, actor: { kind: 'customer' }, now }),
          );
        done++;
      }
    }),
  );
  const u = process.cpuUsage(cpu);
  console.log(
    label,
    Math.round(done / 4),
    '/s  client cpu ms/op',
    ((u.user + u.system) / 1000 / done).toFixed(2),
  );
  await pool.end();
}
const names = new Map<string, string>();
const named = {
  statementNameGenerator: ({ sql }: any) => {
    let n = names.get(sql);
    if (!n) names.set(sql, (n = 's' + createHash('md5').update(sql).digest('hex')));
    return n;
  },
};
for (let i = 0; i < 2; i++) {
  await go('plain', undefined);
  await go('named', named);
  await go('marked', {
    statementNameGenerator: ({ sql }: any) => /^\s*\/\* statement: ([\w-]+) \*\//.exec(sql)?.[1],
  });
}
await server.stop();
process.exit(0);
