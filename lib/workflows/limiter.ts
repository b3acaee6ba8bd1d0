import { RateLimiterPostgres } from 'rate-limiter-flexible';
import type { Database } from '../db/client';

const windowSeconds = 15 * 60;

/**
 * Counts in PostgreSQL, so that all web processes count together: at most `points` in a quarter of an hour. The table is
 * ours, made by a migration. Source: rate-limiter-flexible, `tableCreated`.
 */
export const limiter = (database: Database, keyPrefix: string, points: number): RateLimiterPostgres =>
  new RateLimiterPostgres({
    storeClient: database.pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: true,
    keyPrefix,
    points,
    duration: windowSeconds,
  });
