import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { readOptions } from './setup/command-line.mjs';
import { step } from './setup/progress.mjs';
import { StopMessage } from './setup/stop-message.mjs';

/** One measured line; `ratio` is against `comparedWith` in the same run, `reach` what it is meant to be. */
const row = z.object({
  what: z.string(),
  value: z.number(),
  unit: z.string(),
  comparedWith: z.string(),
  ratio: z.number().nullish(),
  reach: z.string(),
});
type BenchRow = z.infer<typeof row>;

const options = readOptions('run bench', process.argv.slice(2), { only: 'value' });
const only = options['only'];
const files = readdirSync('bench')
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => typeof only !== 'string' || file === `${only}.bench.ts`)
  .sort();
if (files.length === 0)
  throw new StopMessage(`--only: there is no benchmark ${JSON.stringify(only)} in bench/.`);

const rows: BenchRow[] = [];
for (const file of files) {
  await step(file.replace(/\.bench\.ts$/, ''), async () => {
    const module: unknown = await import(pathToFileURL(path.resolve('bench', file)).href);
    const { run } = z
      .object({ run: z.custom<() => unknown>((value) => typeof value === 'function') })
      .parse(module);
    rows.push(...z.array(row).parse(await run()));
  });
}
writeFileSync(
  'bench/results.json',
  `${JSON.stringify({ at: new Date().toISOString(), node: process.version, rows }, null, 2)}\n`,
);
printTable(rows);
process.exit(0);

function printTable(measured: BenchRow[]): void {
  const number = (value: number) =>
    Math.abs(value) >= 100 ? Math.round(value).toString() : value.toPrecision(3);
  const lines = measured.map((entry) => [
    entry.what,
    `${number(entry.value)} ${entry.unit}`,
    entry.comparedWith,
    entry.ratio === null || entry.ratio === undefined ? '' : `${entry.ratio.toFixed(2)}×`,
    entry.reach,
  ]);
  const table = [['what', 'measured', 'compared with, in the same run', 'ratio', 'reach'], ...lines];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of table)
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  console.log('\nWritten to bench/results.json');
}
