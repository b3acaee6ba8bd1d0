import type { Db } from '../../db/client';
import { newId } from '../../db/new-id';
import { isLanguage, type Language } from '../../kernel/local-text';

/** A new account; null when somebody has the e-mail already. `email` is trimmed and in small letters. */
export async function createAccount(
  db: Db,
  input: { email: string; name: string; passwordHash: string; language: Language },
): Promise<string | null> {
  const id = newId();
  const made = await db.staffUser.createMany({ data: { id, ...input }, skipDuplicates: true });
  return made.count === 1 ? id : null;
}

/** Somebody who can be written to. */
export type Addressee = { id: string; name: string; language: Language; phone: string | null };

/** Whom a letter to this e-mail (trimmed, in small letters) reaches; null when nobody signs in with it. */
export async function findAddressee(db: Db, email: string): Promise<Addressee | null> {
  const row = await db.staffUser.findUnique({
    where: { email },
    select: { id: true, name: true, language: true, phone: true },
  });
  return row && { ...row, language: isLanguage(row.language) ? row.language : 'en' };
}

export async function changeAccount(
  db: Db,
  userId: string,
  change: { name: string; language: Language; phone: string | null },
): Promise<void> {
  await db.staffUser.update({ where: { id: userId }, data: change });
}

/** A new password ends every session; gives the number that sessions must carry from now on. */
export async function storePassword(db: Db, userId: string, passwordHash: string): Promise<number> {
  const data = { passwordHash, sessionVersion: { increment: 1 } };
  return (await db.staffUser.update({ where: { id: userId }, data })).sessionVersion;
}

/** Ends every session. */
export async function endSessions(db: Db, userId: string): Promise<void> {
  await db.staffUser.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
}

/** Keeps a sealed TOTP key that counts for nothing until it is confirmed. False where one is confirmed already. */
export async function offerSecondFactor(db: Db, userId: string, sealed: string): Promise<boolean> {
  const { count } = await db.staffUser.updateMany({
    where: { id: userId, totpConfirmedAt: null },
    data: { totpSecret: sealed, totpLastStep: null },
  });
  return count === 1;
}

/** The sealed key that waits to be confirmed; null when none does. */
export async function findOfferedFactor(db: Db, userId: string): Promise<string | null> {
  const row = await db.staffUser.findFirst({
    where: { id: userId, totpConfirmedAt: null },
    select: { totpSecret: true },
  });
  return row?.totpSecret ?? null;
}

/** From now on a code is asked for; `step` is used up. */
export async function confirmSecondFactor(
  db: Db,
  userId: string,
  input: { step: number; recoveryHashes: string[]; now: Date },
): Promise<void> {
  const { step, recoveryHashes, now } = input;
  await db.staffUser.update({
    where: { id: userId },
    data: { totpConfirmedAt: now, totpLastStep: step, recoveryHashes },
  });
}

export async function removeSecondFactor(db: Db, userId: string): Promise<void> {
  await db.staffUser.update({
    where: { id: userId },
    data: { totpSecret: null, totpConfirmedAt: null, totpLastStep: null, recoveryHashes: [] },
  });
}

/** Keeps a link to choose a new password; those from before stop working. */
export async function addReset(
  db: Db,
  input: { userId: string; tokenHash: string; now: Date; expiresAt: Date },
): Promise<void> {
  const { userId, tokenHash, now, expiresAt } = input;
  await db.passwordReset.deleteMany({ where: { userId } });
  await db.passwordReset.create({ data: { tokenHash, userId, createdAt: now, expiresAt } });
}

/** Whose new password a link stands for; null for a used, old or unknown one. */
export async function findReset(
  db: Db,
  input: { tokenHash: string; now: Date },
): Promise<{ userId: string; email: string } | null> {
  const row = await db.passwordReset.findFirst({
    where: { tokenHash: input.tokenHash, usedAt: null, expiresAt: { gt: input.now } },
    select: { userId: true, user: { select: { email: true } } },
  });
  return row && { userId: row.userId, email: row.user.email };
}

/** Uses the link up. False when it was used a moment ago. */
export async function useReset(db: Db, input: { tokenHash: string; now: Date }): Promise<boolean> {
  const { count } = await db.passwordReset.updateMany({
    where: { tokenHash: input.tokenHash, usedAt: null },
    data: { usedAt: input.now },
  });
  return count === 1;
}
