import { readOptions } from './setup/command-line.mjs';
import { runCheckup } from './doctor/checkup';

readOptions('run doctor', process.argv.slice(2));
process.exit(await runCheckup());
