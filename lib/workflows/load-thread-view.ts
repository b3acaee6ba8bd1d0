import { findBooking } from '../booking/queries';
import { loadCatalog } from '../catalog/queries';
import type { Catalog } from '../catalog/types';
import type { Draft } from '../conversation/draft';
import { readState, type StepName } from '../conversation/state';
import { findByIdentity, listAttendees } from '../customers/queries';
import type { Relation } from '../customers/types';
import type { Db } from '../db/client';
import type { CustomerId } from '../kernel/ids';
import type { Language, LocalText } from '../kernel/local-text';
import { minuteOfDay } from '../scheduling/zone';
import type { BusinessScope } from '../tenancy/types';
import { findThread } from '../threads/queries';
import type { StaffReason } from '../threads/types';
import { knownChannelByKey } from './known-channel';
import type { World } from './types';

/** What the engine remembers of one chat, with names in place of ids. Absent is null. */
export type ThreadView = {
  step: StepName;
  language: Language | null;
  handledBy: 'bot' | 'staff';
  /** Why staff should look. */
  staffReason: StaffReason | null;
  /** How often in a row the engine did not understand. */
  misses: number;
  draft: {
    service: LocalText | null;
    /** `any`: the customer said that any will do. */
    resource: LocalText | 'any' | null;
    /** `YYYY-MM-DD` in the business's zone. */
    date: string | null;
    /** `HH:MM` of the local day. */
    time: string | null;
    durationMinutes: number | null;
    /** Whom it is for, by name or as what they are to the customer; null while it is not said. */
    person: { name: string } | { relation: Relation } | null;
  };
  held: { reference: string; holdUntil: string | null } | null;
  /** ISO instant of the last turn. */
  updatedAt: string;
  /** The saved state as it is. */
  raw: unknown;
};

/**
 * What the engine remembers of the chat with whoever has one of these ids, on the channel behind a webhook address.
 * Null before their first message there, or without such a channel. Reads only.
 */
export async function loadThreadView(
  world: World,
  of: { channelKey: string; waId?: string; bsuid?: string },
): Promise<ThreadView | null> {
  const db = world.database.prisma;
  const channel = await knownChannelByKey(world, of.channelKey);
  if (!channel) return null;
  const { scope, id: channelId } = channel;
  const [customer] = await findByIdentity(db, scope, { waId: of.waId, bsuid: of.bsuid });
  const thread = customer && (await findThread(db, scope, { channelId, customerId: customer.id }));
  if (!thread) return null;
  const { step, draft, held, language, misses } = readState(thread.state);
  const { handledBy, staffReason } = thread;
  const catalog = await loadCatalog(db, scope);
  return {
    ...{ step, language, misses, handledBy, staffReason },
    draft: { ...readable(catalog, draft), person: await personOf(db, scope, customer.id, draft) },
    held: held === null ? null : await heldBooking(db, scope, held),
    updatedAt: thread.updatedAt.toISOString(),
    raw: thread.state,
  };
}

function readable(catalog: Catalog, draft: Draft): Omit<ThreadView['draft'], 'person'> {
  const { date, durationMinutes } = draft;
  const start = draft.start === null ? draft.time : minuteOfDay(draft.start, catalog.business.zone);
  const named = catalog.resources.find(({ id }) => id === draft.resourceId);
  return {
    service: catalog.services.find(({ id }) => id === draft.serviceId)?.name ?? null,
    resource: named?.name ?? (draft.anyResource ? 'any' : null),
    date,
    time: start === null ? null : clock(start),
    durationMinutes,
  };
}

async function personOf(
  db: Db,
  scope: BusinessScope,
  customerId: CustomerId,
  { name, attendeeId, relation }: Draft,
): Promise<ThreadView['draft']['person']> {
  if (name !== null) return { name };
  const family = attendeeId === null ? [] : await listAttendees(db, scope, customerId);
  const known = family.find(({ id }) => id === attendeeId);
  if (known) return { name: known.name };
  return relation && { relation };
}

const two = (count: number): string => String(count).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;

async function heldBooking(db: Db, scope: BusinessScope, bookingId: string): Promise<ThreadView['held']> {
  const booking = await findBooking(db, scope, bookingId);
  return booking && { reference: booking.reference, holdUntil: booking.holdUntil?.toISOString() ?? null };
}
