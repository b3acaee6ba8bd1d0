import { claimPort } from '../setup/claim-port.mjs';
import { takeStartLock } from '../setup/start-lock.mjs';

/** What would make a start fail anyway is said before minutes are spent on installing. */
export default async function beforeStart() {
  const inherited = takeStartLock();
  await claimPort('npm start', inherited);
}
