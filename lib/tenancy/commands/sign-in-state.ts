import type { Db } from '../../db/client';

/** What a sign-in is checked against. */
export type Credentials = {
  userId: string;
  email: string;
  passwordHash: string;
  /** Sealed; null while there is no confirmed second factor. */
  totpSecret: string | null;
  totpLastStep: number | null;
  recoveryHashes: string[];
};

/** The credentials under an e-mail address, however it is typed; null when nobody has it. */
export async function findCredentials(db: Db, email: string): Promise<Credentials | null> {
  const row = await db.staffUser.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: {
      id: true,
      email: true,
      passwordHash: true,
      totpSecret: true,
      totpConfirmedAt: true,
      totpLastStep: true,
      recoveryHashes: true,
    },
  });
  if (!row) return null;
  const { id, totpConfirmedAt, totpSecret, ...rest } = row;
  return { userId: id, ...rest, totpSecret: totpConfirmedAt ? totpSecret : null };
}

/** Uses up a time step. False when another sign-in used it, or a later one, a moment ago. */
export async function useTotpStep(db: Db, userId: string, step: number): Promise<boolean> {
  const { count } = await db.staffUser.updateMany({
    where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
    data: { totpLastStep: step },
  });
  return count === 1;
}

/** Uses up a recovery code. False when there is none with this digest, or no longer. */
export async function useRecoveryCode(db: Db, userId: string, hash: string): Promise<boolean> {
  const used = await db.$executeRaw`
    UPDATE staff_user SET recovery_hashes = array_remove(recovery_hashes, ${hash})
    WHERE id = ${userId}::uuid AND ${hash} = ANY (recovery_hashes)`;
  return used === 1;
}
