import type { Db, Tx } from '../../db/client';
import { newId } from '../../db/new-id';
import { byLanguage, languages, type LocalText } from '../../kernel/local-text';
import type { BusinessScope } from '../../tenancy/types';
import type { QuickReply, QuickReplyInput } from '../schema';

type Row = { id: string; title: string; text: unknown };

const toReply = ({ id, title, text }: Row): QuickReply => {
  // Written by the commands below.
  const written = text as LocalText;
  return { id, title, ...byLanguage((language) => written[language] ?? '') };
};

const columns = { id: true, title: true, text: true } as const;

/** The texts that staff send often, in their order. */
export async function listQuickReplies(db: Db, scope: BusinessScope): Promise<QuickReply[]> {
  const rows = await db.quickReply.findMany({
    where: { businessId: scope.businessId },
    select: columns,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toReply);
}

/** One of them; null when there is none with this id. */
export async function findQuickReply(db: Db, scope: BusinessScope, id: string): Promise<QuickReply | null> {
  const where = { businessId_id: { businessId: scope.businessId, id } };
  const row = await db.quickReply.findUnique({ where, select: columns });
  return row && toReply(row);
}

const textOf = (input: QuickReplyInput): LocalText =>
  Object.fromEntries(
    languages.flatMap((language) => (input[language] === '' ? [] : [[language, input[language]]])),
  );

export async function addQuickReply(tx: Tx, scope: BusinessScope, input: QuickReplyInput): Promise<string> {
  const { businessId } = scope;
  const id = newId();
  const position = await tx.quickReply.count({ where: { businessId } });
  await tx.quickReply.create({ data: { businessId, id, title: input.title, text: textOf(input), position } });
  return id;
}

export async function changeQuickReply(
  tx: Tx,
  scope: BusinessScope,
  id: string,
  input: QuickReplyInput,
): Promise<void> {
  await tx.quickReply.update({
    where: { businessId_id: { businessId: scope.businessId, id } },
    data: { title: input.title, text: textOf(input) },
  });
}

export async function removeQuickReply(tx: Tx, scope: BusinessScope, id: string): Promise<void> {
  await tx.quickReply.delete({ where: { businessId_id: { businessId: scope.businessId, id } } });
}
