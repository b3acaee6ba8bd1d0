import { Prisma } from '../../../db/generated/client';

/**
 * A fresh UUIDv7 as an SQL expression, for rows whose number only the statement knows. PostgreSQL has its own
 * `uuidv7()` only from 18 on. The time is the transaction's; the rest is random.
 */
export const uuidV7 = Prisma.sql`encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;
