import type { Database } from '../db/client';
import { limiter } from './limiter';

/** How often a link may be asked for within the window: for one account, and from one address. */
const mostByAccount = 3;
const mostByAddress = 20;

export type ResetLimits = {
  /** Counts this asking; false when it is one too many. */
  mayAsk(account: string, address: string): Promise<boolean>;
};

export function openResetLimits(database: Database): ResetLimits {
  const byAccount = limiter(database, 'reset account', mostByAccount);
  const byAddress = limiter(database, 'reset address', mostByAddress);
  return {
    async mayAsk(account, address) {
      const [one, other] = await Promise.all([byAccount.penalty(account), byAddress.penalty(address)]);
      return one.consumedPoints <= mostByAccount && other.consumedPoints <= mostByAddress;
    },
  };
}
