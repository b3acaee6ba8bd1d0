import { findBooking } from '../../booking/queries';
import { findPhoto } from '../../catalog/setup/queries';
import type { Db } from '../../db/client';
import { receiptPdf, receiptTitle } from '../../documents/receipt-pdf';
import { languages, type Language } from '../../kernel/local-text';
import { findReceipt, type Receipt } from '../../payments/receipts/queries';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessScope } from '../../tenancy/types';
import { readLinkToken } from '../../vault/link-token';
import type { World } from '../types';

/** A PDF, and what to call it where it is kept. */
export type ReceiptFile = { name: string; bytes: Buffer };

/** Meant for a link in the chat; `receiptLink` and `linkedReceipt` agree on it. */
const mark = 'r';

/** The PDF of a document, in either language; null where this member may not see its booking, or there is none. */
export async function receiptFile(
  db: Db,
  scope: BusinessScope,
  wanted: { id: string; language: Language; within: string | null },
): Promise<ReceiptFile | null> {
  const receipt = await findReceipt(db, scope, wanted.id);
  if (!receipt) return null;
  if (wanted.within !== null) {
    const booking = receipt.bookingId ? await findBooking(db, scope, receipt.bookingId) : null;
    if (booking?.resourceId !== wanted.within) return null;
  }
  return fileOf(db, scope, receipt, wanted.language);
}

/** Where a customer reads a document of theirs, without a sign-in. */
export const receiptLink = (
  world: Pick<World, 'publicUrl' | 'signLink'>,
  scope: BusinessScope,
  { id, language }: { id: string; language: Language },
): string => `${world.publicUrl}/api/receipts/${world.signLink([mark, scope.businessId, id, language])}`;

/** The PDF behind such a link; null for a token that is not ours. */
export async function linkedReceipt(
  world: Pick<World, 'database'>,
  secret: string,
  token: string,
): Promise<ReceiptFile | null> {
  const [kind, businessId, id, spoken] = readLinkToken(secret, token) ?? [];
  const language = languages.find((one) => one === spoken);
  if (kind !== mark || !businessId || !id || !language) return null;
  const scope = scopeOf(businessId);
  const db = world.database.prisma;
  const receipt = await findReceipt(db, scope, id);
  return receipt && fileOf(db, scope, receipt, language);
}

/** `Receipt-R-26-27-0001.pdf`: numbers have slashes, and names of files no letters that some computers garble. */
export const receiptFileName = ({ snapshot }: Receipt): string =>
  `${receiptTitle(snapshot, 'en')} ${snapshot.number}.pdf`.replaceAll(/[/ ]/g, '-');

async function fileOf(
  db: Db,
  scope: BusinessScope,
  receipt: Receipt,
  language: Language,
): Promise<ReceiptFile> {
  const { snapshot } = receipt;
  const { photoId } = snapshot.business;
  const logo = photoId ? await findPhoto(db, scope, photoId) : null;
  const bytes = await receiptPdf(snapshot, language, logo?.bytes ?? null);
  return { name: receiptFileName(receipt), bytes };
}
