import { seal, unseal } from '../vault/seal';
import type { AccountDesk } from '../workflows/change-account';
import { signInLimits } from './auth';
import { world } from './world';

/** What changing one's own account needs of this web process. */
export function accountDesk(): AccountDesk {
  const { database, clock, secret } = world();
  return {
    database,
    clock,
    limits: signInLimits(),
    seal: (plain) => seal(plain, secret),
    unseal: (sealed) => unseal(sealed, secret),
  };
}
