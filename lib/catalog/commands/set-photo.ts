import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import { maxPhotoBytes, photoType } from '../photo-type';
import { touchCatalog } from './touch-catalog';

/** What may have a picture. */
export type Pictured = { kind: 'resource' | 'service'; id: string } | { kind: 'business' };

/**
 * Gives a court, doctor, service or the business itself (its logo) a picture, or takes it away (`bytes` null); the one before is deleted. Returns
 * the new one's id. Throws `invalid` for what is no JPEG, PNG or WebP, `too-large`, `not-found`.
 */
export async function setPhoto(
  tx: Tx,
  scope: BusinessScope,
  input: Pictured & { bytes: Uint8Array<ArrayBuffer> | null; now: Date },
): Promise<string | null> {
  const { bytes, now } = input;
  const { businessId } = scope;
  await touchCatalog(tx, scope);
  const photoId = bytes && (await store(tx, scope, bytes, now));
  const before = await replace(tx, scope, input, photoId);
  if (!before) throw new AppError('not-found', 'There is nothing here.');
  if (before.photoId) await tx.photo.deleteMany({ where: { businessId, id: before.photoId } });
  return photoId;
}

/** Puts the new picture in the place of the one before, which is returned; null where there is no such thing. */
async function replace(
  tx: Tx,
  { businessId }: BusinessScope,
  of: Pictured,
  photoId: string | null,
): Promise<{ photoId: string | null } | null> {
  const select = { photoId: true };
  const data = { photoId };
  if (of.kind === 'business') {
    const where = { id: businessId };
    const before = await tx.business.findUnique({ where, select });
    await tx.business.update({ where, data });
    return before;
  }
  const where = { businessId_id: { businessId, id: of.id } };
  const before =
    of.kind === 'resource'
      ? await tx.resource.findUnique({ where, select })
      : await tx.service.findUnique({ where, select });
  if (before)
    await (of.kind === 'resource' ? tx.resource.update({ where, data }) : tx.service.update({ where, data }));
  return before;
}

async function store(
  tx: Tx,
  { businessId }: BusinessScope,
  bytes: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<string> {
  if (bytes.byteLength > maxPhotoBytes) throw new AppError('too-large', 'A picture may have up to 2 MB.');
  const contentType = photoType(bytes);
  if (!contentType) throw new AppError('invalid', 'Choose a JPEG, PNG or WebP picture.');
  const id = newId();
  await tx.photo.create({ data: { businessId, id, contentType, bytes, createdAt: now } });
  return id;
}
