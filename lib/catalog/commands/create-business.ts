import type { Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { AppError } from '../../kernel/app-error';
import { businessSchema } from '../../tenancy/schema';
import { scopeOf } from '../../tenancy/scope';
import type { BusinessProfile, BusinessScope } from '../../tenancy/types';
import { parseInput } from './parse-input';

/** Founds a business and returns its scope. Throws `invalid`, or `conflict` when the slug is taken. */
export async function createBusiness(tx: Tx, input: Omit<BusinessProfile, 'id'>): Promise<BusinessScope> {
  const data = parseInput(businessSchema, input, 'business');
  const id = newId();
  const { count } = await tx.business.createMany({ data: { id, ...data }, skipDuplicates: true });
  if (count === 0) throw new AppError('conflict', `There is already a business at ${data.slug}.`);
  return scopeOf(id);
}
