import { claimPort } from '../setup/claim-port.mjs';

export default () => claimPort('npm run web');
