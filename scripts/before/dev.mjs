import { claimPort } from '../setup/claim-port.mjs';
import { readOptions } from '../setup/command-line.mjs';
import { takeStartLock } from '../setup/start-lock.mjs';

export default async function beforeDev(args) {
  readOptions('run dev', args);
  takeStartLock();
  await claimPort('npm run dev');
}
