import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { StaffRoute } from './staff-route';

export type FoundRoute = {
  /** GET, POST … */
  method: string;
  /** As in the address, after /api/businesses/{business}/. */
  path: string;
  route: StaffRoute;
};

const root = path.resolve(import.meta.dirname, '../../app/api/businesses/[business]');
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route of the dashboard, as the files stand: a new one is found by itself. */
export async function findStaffRoutes(): Promise<FoundRoute[]> {
  const files = (await readdir(root, { recursive: true })).filter(
    (name) => path.basename(name) === 'route.ts',
  );
  const found: FoundRoute[] = [];
  for (const file of files.sort()) {
    // Next calls what a route file exports under these names.
    const exported = (await import(pathToFileURL(path.join(root, file)).href)) as Record<string, StaffRoute>;
    const address = path.dirname(file).split(path.sep).join('/');
    for (const method of methods) {
      const route = exported[method];
      if (route) found.push({ method, path: address === '.' ? '' : address, route });
    }
  }
  return found;
}
