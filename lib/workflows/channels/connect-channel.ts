import { randomBytes } from 'node:crypto';
import { channelCredentials } from '../../channels/credentials';
import { transaction } from '../../db/transaction';
import { AppError } from '../../kernel/app-error';
import type { ChannelId } from '../../kernel/ids';
import { publish } from '../../live/publish';
import { listChannelStates } from '../../tenancy/channels/queries';
import type { ChannelForm } from '../../tenancy/channels/schema';
import { connectChannel } from '../../tenancy/commands/connect-channel';
import { recordAudit } from '../../tenancy/commands/record-audit';
import { renewChannelRow } from '../../tenancy/commands/renew-channel';
import { type Channel, getChannel } from '../../tenancy/queries';
import type { BusinessScope, StaffActor } from '../../tenancy/types';
import { moveChannel, type NewHome } from '../move-channel';
import type { World } from '../types';
import { checkChannel } from './check-channel';
import { homeOf } from './form-home';

export type ChannelEditor = { world: World; scope: BusinessScope; actor: StaffActor };

/** Last part of a webhook's address: nobody guesses it, and no two businesses meet in it. */
const newKey = (): string => randomBytes(9).toString('hex');

/**
 * Connects a number with the keys and ids that were entered, and asks its provider at once how it stands. The channel is
 * there whatever is found: what is wrong can be mended in place. Throws `conflict` for a number that is connected already,
 * `invalid` for missing keys.
 */
export async function connectNumber(editor: ChannelEditor, form: ChannelForm): Promise<{ id: ChannelId }> {
  const { world, scope, actor } = editor;
  const home = homeOf(form);
  const id = await transaction(world.database, async (tx) => {
    refuseTwice(await listChannelStates(tx, scope), home, null);
    const { provider, phoneNumberId, wabaId, displayPhone } = home;
    const credentials = world.seal(JSON.stringify(home.credentials));
    const made = await connectChannel(tx, scope, {
      provider,
      key: newKey(),
      phoneNumberId,
      wabaId,
      displayPhone,
      credentials,
    });
    await recordAudit(tx, scope, {
      actor,
      action: 'channel.connect',
      subject: { kind: 'channel', id: made, label: displayPhone ?? phoneNumberId },
      after: { provider },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup' });
    return made;
  });
  await checkChannel(world, scope, id);
  return { id };
}

/**
 * New keys or ids for a channel: at the same provider they replace the old ones, at another the number moves there with its
 * chats. Then the provider is asked. Throws `not-found`, `conflict` (another number: its chats belong to the one it has),
 * `invalid`.
 */
export async function renewNumber(
  editor: ChannelEditor,
  channelId: string,
  form: ChannelForm,
): Promise<void> {
  const { world, scope } = editor;
  const { prisma } = world.database;
  const states = await listChannelStates(prisma, scope);
  const state = states.find(({ id, archivedAt }) => id === channelId && archivedAt === null);
  if (!state) throw new AppError('not-found', 'There is no such WhatsApp number.');
  const before = await getChannel(prisma, scope, channelId);
  const home = homeOf(form, keptOf(world, before));
  refuseTwice(states, home, channelId);
  if (home.provider === before.provider) await renew(editor, before, { home, inUse: state.inUse });
  else {
    const moved = await moveChannel(editor, channelId, home);
    if (!moved.ok) throw new AppError('conflict', 'This is another number than the one that moves.', another);
  }
  await checkChannel(world, scope, channelId);
}

const another = [{ path: 'phone', message: 'another-number' }];

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

async function renew(
  { world, scope, actor }: ChannelEditor,
  before: Channel,
  { home, inUse }: { home: NewHome; inUse: boolean },
): Promise<void> {
  const { phoneNumberId, wabaId } = home;
  const isOther = (given: string | null): boolean =>
    given !== null && before.displayPhone !== null && digitsOf(given) !== digitsOf(before.displayPhone);
  if (inUse && isOther(home.displayPhone))
    throw new AppError('conflict', 'The chats of this channel belong to another number.', another);
  // What the provider told of another id is not this one's.
  const kept = inUse || phoneNumberId === before.phoneNumberId ? before.displayPhone : null;
  const displayPhone = home.displayPhone ?? kept;
  const credentials = world.seal(JSON.stringify(home.credentials));
  await transaction(world.database, async (tx) => {
    const row = { channelId: before.id, phoneNumberId, wabaId, displayPhone, credentials };
    if (!(await renewChannelRow(tx, scope, row)))
      throw new AppError('not-found', 'There is no such WhatsApp number.');
    await recordAudit(tx, scope, {
      actor,
      action: 'channel.renew',
      subject: { kind: 'channel', id: before.id, label: displayPhone ?? phoneNumberId },
      after: { provider: home.provider },
      now: world.clock.now(),
    });
    await publish(tx, scope, { kind: 'setup' });
  });
}

/** A number answers in one place only. Throws `conflict`. */
function refuseTwice(
  states: Awaited<ReturnType<typeof listChannelStates>>,
  home: NewHome,
  except: string | null,
): void {
  const twice = states.some(
    ({ id, archivedAt, phoneNumberId, displayPhone }) =>
      id !== except &&
      archivedAt === null &&
      (phoneNumberId === home.phoneNumberId ||
        (displayPhone !== null &&
          home.displayPhone !== null &&
          digitsOf(displayPhone) === digitsOf(home.displayPhone))),
  );
  if (twice)
    throw new AppError('conflict', 'This number is connected already.', [
      { path: 'provider', message: 'number-twice' },
    ]);
}

/** What a channel has at its provider now, by that provider's name. */
function keptOf(world: World, before: Channel): Parameters<typeof homeOf>[1] {
  const parsed = channelCredentials[before.provider].safeParse(world.connectionOf(before));
  return parsed.success ? { [before.provider]: parsed.data } : {};
}
