import { callWaiting } from '../../booking/commands/call-waiting';
import { mirrorBusy } from '../../booking/commands/mirror-busy';
import { readKeyFile, type CalendarCredentials } from '../../calendars/credentials';
import type { CalendarRefusal, ListedCalendar } from '../../calendars/types';
import type { Tx } from '../../db/client';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import { publish } from '../../live/publish';
import { endAccount, saveAccount } from '../../mirrors/commands/accounts';
import { addLink, endLink, wakeLink } from '../../mirrors/commands/links';
import { findAccount, findLink, listLinks } from '../../mirrors/links/queries';
import { listResources } from '../../mirrors/queries';
import type { LinkBody } from '../../mirrors/schema';
import type { CalendarAccount, CalendarLink } from '../../mirrors/types';
import { recordAudit } from '../../tenancy/commands/record-audit';
import type { CalendarEditor } from './manage-feeds';

/** A practitioner sees the accounts that they connected, leads see all. */
export const mayUse = (
  account: Pick<CalendarAccount, 'userId'>,
  { within, userId }: { within: string | null; userId: string },
): boolean => within === null || account.userId === userId;

/** An account that the editor may use. Throws `not-found`. */
async function getAccount(
  { world, scope, actor, within }: CalendarEditor,
  id: string,
): Promise<CalendarAccount> {
  const account = await findAccount(world.database.prisma, scope, id);
  if (!account || !mayUse(account, { within, userId: actor.userId }))
    throw new AppError('not-found', 'There is no such calendar account.');
  return account;
}

/** Connects a service account by the JSON key that Google gave its owner. Throws `invalid` for anything else. */
export async function connectKey(editor: CalendarEditor, keyFile: string): Promise<void> {
  const credentials = readKeyFile(keyFile);
  if (!credentials)
    throw new AppError('invalid', 'This is not a service account’s JSON key.', [
      { path: 'key', message: 'mistakeKey' },
    ]);
  await connectAccount(editor, credentials);
}

/** Connects an account, or an account anew: then its calendars go on by themselves. */
export function connectAccount(
  { world, scope, actor }: Pick<CalendarEditor, 'world' | 'scope' | 'actor'>,
  credentials: CalendarCredentials,
): Promise<void> {
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const id = await saveAccount(tx, scope, {
      kind: credentials.kind,
      label: credentials.email,
      credentials: world.seal(JSON.stringify(credentials)),
      userId: actor.userId,
      now,
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.connect',
      subject: { kind: 'calendar-account', id, label: credentials.email },
      now,
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** Forgets an account with its calendars. What was written into them stays there. */
export async function disconnectAccount(editor: CalendarEditor, id: string): Promise<void> {
  const { world, scope, actor } = editor;
  const account = await getAccount(editor, id);
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    for (const link of await listLinks(tx, scope)) if (link.accountId === id) await end(tx, editor, link);
    await endAccount(tx, scope, { id, now });
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.disconnect',
      subject: { kind: 'calendar-account', id, label: account.label },
      now,
    });
    await publish(tx, scope, { kind: 'bookings' }, { kind: 'setup' });
  });
}

/** Ends a link and gives back the time that its calendar took. */
async function end(tx: Tx, { world, scope }: CalendarEditor, link: CalendarLink): Promise<void> {
  const now = world.clock.now();
  await endLink(tx, scope, { id: link.id, now });
  if (!link.resourceId || !link.reads) return;
  const { freed } = await mirrorBusy(tx, scope, { resourceId: link.resourceId, times: [], now });
  await callWaiting(tx, scope, freed);
}

/** The calendars that an account may write; none of a service account, whose calendars are named by hand. */
export async function listOwnCalendars(
  editor: CalendarEditor,
  accountId: string,
): Promise<{ calendars: ListedCalendar[]; problem: string | null }> {
  const account = await getAccount(editor, accountId);
  if (account.kind === 'service-account') return { calendars: [], problem: null };
  const listed = await editor.world.calendars.of(account).listCalendars();
  return listed.ok ? { calendars: listed.value, problem: null } : { calendars: [], problem: listed.reason };
}

const wrong = ({ reason }: CalendarRefusal): AppError =>
  new AppError('invalid', 'This calendar cannot be reached. Share it with the account and try again.', [
    {
      path: 'calendarId',
      message: reason === 'not-found' || reason === 'no-access' ? 'mistakeShare' : 'mistakeReach',
    },
  ]);

/**
 * Links a calendar to a court, a doctor or (null) the whole business, in place of the one before. It is looked up first:
 * throws `invalid` with the field where it cannot be reached.
 */
export async function linkCalendar(editor: CalendarEditor, input: LinkBody): Promise<void> {
  const { world, scope, actor, within, leads } = editor;
  const { resourceId, accountId, calendarId } = input;
  const resources = await listResources(world.database.prisma, scope);
  const reaches = resourceId === null ? leads : leads || resourceId === within;
  if (!reaches || (resourceId !== null && !resources.some(({ id }) => id === resourceId)))
    throw new AppError('not-found', 'There is no such court or doctor.');
  const account = await getAccount(editor, accountId);
  const found = await world.calendars.of(account).findCalendar(calendarId);
  if (!found.ok) throw wrong(found);
  const now = world.clock.now();
  await transaction(world.database, async (tx) => {
    const before = (await listLinks(tx, scope)).find((link) => link.resourceId === resourceId);
    if (before) await end(tx, editor, before);
    const calendarName = found.value.name || calendarId;
    const reads = resourceId !== null && input.reads;
    const id = await addLink(tx, scope, { accountId, resourceId, calendarId, calendarName, reads, now });
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.link',
      subject: { kind: 'calendar-link', id, label: calendarName },
      after: { resourceId, calendarId, reads },
      now,
    });
    await publish(tx, scope, { kind: 'bookings' }, { kind: 'setup' });
  });
}

/** A link that the editor may change. Throws `not-found`. */
async function getLink({ world, scope, within, leads }: CalendarEditor, id: string): Promise<CalendarLink> {
  const link = await findLink(world.database.prisma, scope, id);
  if (!link || (!leads && link.resourceId !== within))
    throw new AppError('not-found', 'There is no such linked calendar.');
  return link;
}

/** Ends a link. What was written into the calendar stays there. */
export async function unlinkCalendar(editor: CalendarEditor, id: string): Promise<void> {
  const { world, scope, actor } = editor;
  const link = await getLink(editor, id);
  await transaction(world.database, async (tx) => {
    await end(tx, editor, link);
    await recordAudit(tx, scope, {
      actor,
      action: 'calendar.unlink',
      subject: { kind: 'calendar-link', id, label: link.calendarName },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'bookings' }, { kind: 'setup' });
  });
}

/** Has a calendar looked at now, after something was mended. */
export async function tryLinkAgain(editor: CalendarEditor, id: string): Promise<void> {
  const { world, scope } = editor;
  await getLink(editor, id);
  await wakeLink(world.database.prisma, scope, { id, now: world.clock.now() });
}
