import type { Db } from '../../db/client';
import { newId } from '../../db/new-id';
import type { BusinessScope, StaffActor } from '../types';

export type AuditInput = {
  actor: StaffActor;
  /** What was done, as `<noun>.<verb>`: `booking.move`, `person.invite`. */
  action: string;
  /** To what: its kind, id, and what people call it. */
  subject: { kind: string; id: string; label?: string };
  before?: object | null;
  after?: object | null;
  now: Date;
};

/** Writes down who did what to what, from where; in the transaction that does it. Never holds a secret. */
export async function recordAudit(db: Db, scope: BusinessScope, input: AuditInput): Promise<void> {
  const { actor, action, subject, before, after, now } = input;
  const { userId, name, role, address, agent } = actor;
  await db.auditEntry.create({
    data: {
      businessId: scope.businessId,
      id: newId(),
      at: now,
      actor: { userId, name, role },
      action,
      subject,
      origin: { address, agent },
      ...(before && { before }),
      ...(after && { after }),
    },
  });
}
