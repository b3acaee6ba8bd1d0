import { generateKeyPairSync } from 'node:crypto';
import type { CalendarCredentials } from '../calendars/credentials';
import { transaction } from '../db/transaction';
import type { ResourceId } from '../kernel/ids';
import { saveAccount } from '../mirrors/commands/accounts';
import { addLink } from '../mirrors/commands/links';
import { startGoogle, type RunningGoogle } from '../stand-ins/google/server';
import type { BusinessScope } from '../tenancy/types';
import type { World } from '../workflows/types';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A service account that the stand-in knows. */
export const robot: CalendarCredentials & { kind: 'service-account' } = {
  kind: 'service-account',
  email: 'neram@project.iam.gserviceaccount.com',
  keyId: 'key-1',
  privateKey: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
};

/** The key as Google gives it to its owner. */
export const robotKeyFile = JSON.stringify({
  type: 'service_account',
  client_email: robot.email,
  private_key_id: robot.keyId,
  private_key: robot.privateKey,
});

export const googleClient = { clientId: 'neram', clientSecret: 'client-secret' };

/** A stand-in of Google on a free port, with one person and the service account `robot`. */
export async function startTestGoogle(now: () => Date): Promise<RunningGoogle> {
  const client = { id: googleClient.clientId, secret: googleClient.clientSecret };
  const google = await startGoogle({ port: 0, client, now });
  google.control.addPerson('doctor@gmail.test');
  google.control.addServiceAccount(
    robot.email,
    keys.publicKey.export({ type: 'spki', format: 'pem' }) as string,
  );
  return google;
}

/** Links a new calendar of the stand-in, shared with the robot, to a court or (null) to the whole business. */
export async function linkCalendar(
  world: World,
  scope: BusinessScope,
  of: { google: RunningGoogle; calendarId: string; resourceId: ResourceId | null; reads?: boolean },
): Promise<string> {
  const { google, calendarId, resourceId, reads = resourceId !== null } = of;
  google.control.addCalendar('doctor@gmail.test', calendarId);
  google.control.share(calendarId, robot.email, 'writer');
  const now = world.clock.now();
  return transaction(world.database, async (tx) => {
    const accountId = await saveAccount(tx, scope, {
      kind: robot.kind,
      label: robot.email,
      credentials: world.seal(JSON.stringify(robot)),
      userId: scope.businessId,
      now,
    });
    return addLink(tx, scope, { accountId, resourceId, calendarId, calendarName: calendarId, reads, now });
  });
}
