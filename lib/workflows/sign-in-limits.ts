import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../db/client';
import { limiter } from './limiter';

/** Wrong passwords or codes within the window: for one account, and for one address (a whole office may share one). */
const mostByAccount = 8;
const mostByAddress = 40;

/** How often signing in may fail, counted in PostgreSQL so that all web processes count together. */
export type SignInLimits = {
  /** Seconds until the next attempt is looked at; 0: now. Counts nothing. */
  waitSeconds(account: string, address: string): Promise<number>;
  countFailure(account: string, address: string): Promise<void>;
  forget(account: string): Promise<void>;
};

/** The limits over one database. They run by the library's own clock: a limit is no rule of the business. */
export function openSignInLimits(database: Database): SignInLimits {
  const byAccount = limiter(database, 'sign-in account', mostByAccount);
  const byAddress = limiter(database, 'sign-in address', mostByAddress);
  return {
    async waitSeconds(account, address) {
      const [one, other] = await Promise.all([byAccount.get(account), byAddress.get(address)]);
      const left = (state: RateLimiterRes | null, most: number): number =>
        state && state.consumedPoints >= most ? Math.ceil(state.msBeforeNext / 1000) : 0;
      return Math.max(left(one, mostByAccount), left(other, mostByAddress));
    },
    async countFailure(account, address) {
      await Promise.all([byAccount.penalty(account), byAddress.penalty(address)]);
    },
    async forget(account) {
      await byAccount.delete(account);
    },
  };
}
