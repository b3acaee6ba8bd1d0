import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const record = z.record(z.string(), z.string()).default({});
const manifest = z.object({
  dependencies: record,
  optionalDependencies: record,
  peerDependencies: record,
});

/**
 * The folders of packages that `names` need to run: themselves and whatever they depend on, as Node finds it from where each
 * lies. A package that another merely can use, and that is not installed, is left out; so is what `isLeftOut` names.
 * Throws where a package cannot do without one that is missing.
 */
export function packageClosure(names: readonly string[], isLeftOut: (name: string) => boolean): string[] {
  const found = new Set<string>();
  const visit = (name: string, from: string, isNeeded: boolean): void => {
    if (isLeftOut(name)) return;
    const folder = findPackage(name, from);
    if (folder === null) {
      if (isNeeded) throw new Error(`${from} needs ${name}, which is not installed`);
      return;
    }
    if (found.has(folder)) return;
    found.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = manifest.parse(
      JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
    );
    for (const each of Object.keys(dependencies)) visit(each, folder, !(each in optionalDependencies));
    for (const each of Object.keys({ ...optionalDependencies, ...peerDependencies }))
      visit(each, folder, false);
  };
  for (const name of names) visit(name, '.', true);
  return [...found].sort();
}

/** As Node looks a package up: beside, then in every folder above. */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
    if (folder === '.' || folder === path.dirname(folder)) return null;
  }
}
