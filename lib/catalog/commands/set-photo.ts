import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import type { BusinessScope } from '../../tenancy/types';
import { maxPhotoBytes, photoType } from '../photo-type';
import { touchCatalog } from './touch-catalog';

/**
 * Gives a court, doctor or service a picture, or takes it away (`bytes` null); the one before is deleted. Returns
 * the new one's id. Throws `invalid` for what is no JPEG, PNG or WebP, `too-large`, `not-found`.
 */
export async function setPhoto(
  tx: Tx,
  scope: BusinessScope,
  input: { kind: 'resource' | 'service'; id: string; bytes: Uint8Array<ArrayBuffer> | null; now: Date },
): Promise<string | null> {
  const { kind, id, bytes, now } = input;
  const { businessId } = scope;
  await touchCatalog(tx, scope);
  const photoId = bytes && (await store(tx, scope, bytes, now));
  const where = { businessId_id: { businessId, id } };
  const select = { photoId: true };
  const before =
    kind === 'resource'
      ? await tx.resource.findUnique({ where, select })
      : await tx.service.findUnique({ where, select });
  if (!before) throw new AppError('not-found', 'There is nothing here.');
  const change = { where, data: { photoId } };
  await (kind === 'resource' ? tx.resource.update(change) : tx.service.update(change));
  if (before.photoId) await tx.photo.deleteMany({ where: { businessId, id: before.photoId } });
  return photoId;
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
