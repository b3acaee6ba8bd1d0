import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findStaffRoutes } from './find-staff-routes';
import { openApiOf } from './openapi';

test('docs/openapi.json describes the routes as they are (else: npm run openapi)', async () => {
  const written: unknown = JSON.parse(await readFile('docs/openapi.json', 'utf8'));
  const made: unknown = JSON.parse(JSON.stringify(openApiOf(await findStaffRoutes())));
  expect(written).toEqual(made);
}, 60_000);
