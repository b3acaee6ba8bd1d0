import { claimPort } from '../setup/claim-port.mjs';
import { readOptions } from '../setup/command-line.mjs';
import { takeStartLock } from '../setup/start-lock.mjs';

/** What would make a start fail anyway is said before minutes are spent on installing. */
export default async function beforeStart(args) {
  readOptions('start', args);
  takeStartLock();
  await claimPort('npm start');
}
