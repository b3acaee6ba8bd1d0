import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { floorOf, forbiddenBecause } from './floors';

const root = path.resolve(import.meta.dirname, '..');

type Import = { file: string; target: string; isPackage: boolean; typeOnly: boolean };

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|bench)\.tsx?$/.test(name))
    .filter((name) => !name.startsWith('db/generated') && !name.startsWith('testing/'))
    .map((name) => path.join(folder, name));
}

/** Every import, export-from and dynamic import of one file, with type-only ones marked. */
function importsOf(file: string, text = readFileSync(path.join(root, file), 'utf8')): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean): void => {
    const isPackage = !specifier.startsWith('.');
    const target = isPackage ? specifier : path.join(path.dirname(file), specifier);
    found.push({ file: file.replace(/\.tsx?$/, ''), target, isPackage, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const clause = node.importClause;
      const named = clause?.namedBindings;
      const allTypes =
        named !== undefined && ts.isNamedImports(named) && named.elements.every((one) => one.isTypeOnly);
      add(
        node.moduleSpecifier.text,
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || (allTypes && !clause?.name),
      );
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

const complaints = (imports: Import[]): string[] =>
  imports.flatMap((one) => {
    const why = forbiddenBecause(one.file, one.target, one);
    return why ? [`${one.file} imports ${one.target}: ${why}`] : [];
  });

describe('the house', () => {
  test('every room stands on a floor, and every floor’s room exists', () => {
    const rooms = readdirSync(path.join(root, 'lib')).filter((name) =>
      statSync(path.join(root, 'lib', name)).isDirectory(),
    );
    expect(rooms.filter((room) => room !== 'testing').sort()).toEqual(Object.keys(floorOf).sort());
  });

  test('no file imports what its floor forbids', () => {
    const files = ['lib', 'app', 'components']
      .filter((folder) => existsSync(path.join(root, folder)))
      .flatMap(sourceFiles);
    expect(files.length).toBeGreaterThan(50);
    expect(complaints(files.flatMap((file) => importsOf(file)))).toEqual([]);
  });

  test('the pure floors take time and chance from outside', () => {
    const pure = ['kernel', 'messaging', 'i18n', 'scheduling', 'conversation'].flatMap((room) =>
      sourceFiles(`lib/${room}`),
    );
    const impure = pure.filter((file) =>
      /Date\.now\(|new Date\(\)|Math\.random\(|Temporal\.Now|process\.|crypto\./.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });

  test('what is forbidden is found', () => {
    const fixture = (file: string, line: string): string[] => complaints(importsOf(file, line));
    expect(fixture('lib/scheduling/a.ts', "import { x } from '../booking/types';")).toHaveLength(1);
    expect(fixture('lib/kernel/a.ts', "import { readFileSync } from 'node:fs';")).toHaveLength(1);
    expect(fixture('lib/booking/commands/a.ts', "import { x } from '../../payments/queries';")).toHaveLength(
      1,
    );
    expect(fixture('lib/booking/commands/a.ts', "import { x } from '../../customers/queries';")).toHaveLength(
      1,
    );
    expect(fixture('lib/booking/lifecycle.ts', "import { x } from '../db/client';")).toHaveLength(1);
    expect(fixture('lib/channels/a.ts', "export * from '../db/client';")).toHaveLength(1);
    expect(fixture('lib/workflows/a.ts', "const x = await import('../web/route');")).toHaveLength(1);
    expect(fixture('lib/worker/a.ts', "import { useState } from 'react';")).toHaveLength(1);
    expect(fixture('components/a.tsx', "import { x } from '../lib/db/client';")).toHaveLength(1);
    expect(fixture('app/a.tsx', "import { x } from '../lib/booking/commands/hold-slot';")).toHaveLength(1);
  });

  test('what is allowed is let through', () => {
    const fixture = (file: string, line: string): string[] => complaints(importsOf(file, line));
    expect(
      fixture('lib/booking/commands/a.ts', "import type { Customer } from '../../customers/types';"),
    ).toEqual([]);
    expect(fixture('lib/booking/commands/a.ts', "import { x } from '../../db/client';")).toEqual([]);
    expect(fixture('lib/workflows/a.ts', "import { x } from '../booking/commands/hold-slot';")).toEqual([]);
    expect(fixture('components/a.tsx', "import type { Slot } from '../lib/scheduling/types';")).toEqual([]);
  });
});
