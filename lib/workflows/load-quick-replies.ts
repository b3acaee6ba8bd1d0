import type { z } from 'zod';
import type { Db } from '../db/client';
import type { BusinessScope } from '../tenancy/types';
import { listQuickReplies } from '../threads/commands/quick-replies';
import type { quickReplies } from '../threads/schema';

/** The texts that staff send often, as the route gives them. */
export const loadQuickReplies = async (
  db: Db,
  scope: BusinessScope,
): Promise<z.infer<typeof quickReplies>> => ({ replies: await listQuickReplies(db, scope) });
