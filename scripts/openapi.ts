import { writeFile } from 'node:fs/promises';
import prettier from 'prettier';
import { findStaffRoutes } from '../lib/web/find-staff-routes';
import { openApiOf } from '../lib/web/openapi';
import { readOptions } from './setup/command-line.mjs';

readOptions('run openapi', process.argv.slice(2));
const file = 'docs/openapi.json';
const text = JSON.stringify(openApiOf(await findStaffRoutes()));
await writeFile(file, await prettier.format(text, { parser: 'json', printWidth: 110 }));
console.log(`Wrote ${file}.`);
