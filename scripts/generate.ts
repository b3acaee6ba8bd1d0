import { readOptions } from './setup/command-line.mjs';

// The entrance has generated the database client already, as it does for every command.
readOptions('run generate', process.argv.slice(2));
console.log('The database client in lib/db/generated is up to date.');
