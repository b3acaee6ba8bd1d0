import { readOptions } from './setup/command-line.mjs';
import { runCheckup } from './doctor/checkup';

const options = readOptions('run doctor', process.argv.slice(2), { json: 'flag' });
process.exit(await runCheckup({ json: options['json'] === true }));
