import { claimPort } from '../setup/claim-port.mjs';
import { takeStartLock } from '../setup/start-lock.mjs';

export default async function beforeDev() {
  const inherited = takeStartLock();
  await claimPort('npm run dev', inherited);
}
