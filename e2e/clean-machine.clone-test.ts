import { spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort } from '../lib/db/embedded/free-port';
import {
  cleanEnvironment,
  ended,
  familyOf,
  freshClone,
  interrupt,
  isAlive,
  npmStart,
} from '../lib/testing/fresh-clone';
import { SimulatorPhone } from '../lib/testing/simulator-phone';
import { allRunnableBlocks } from './runnable-blocks';

// The promise is five minutes on a machine with nothing else to do; a busy one may take longer without breaking it.
const patienceMs = 900_000;

const home = mkdtempSync(path.join(tmpdir(), 'neram clean machine '));
let neram: ChildProcess | null = null;

afterAll(async () => {
  if (neram) {
    interrupt(neram);
    await ended(neram);
  }
  await rm(home, { recursive: true, force: true });
}, 300_000);

test(
  'P25 a clean machine comes to its first booking in five minutes, with no account anywhere',
  { timeout: patienceMs },
  async () => {
    const began = performance.now();
    const port = await freePort();
    const folder = path.join(home, 'neram');
    freshClone(folder);
    const own = { PORT: String(port), NERAM_DATA_DIR: path.join(home, 'data of neram') };
    const { child, running } = npmStart(folder, own);
    neram = child;
    await running;

    const meena = await SimulatorPhone.create(`http://127.0.0.1:${String(port)}`, 'மீனா');
    await meena.write('வணக்கம்');
    await meena.taps(await meena.hears('உங்களை வரவேற்கிறது'), 'பேட்மிண்டன்');
    await meena.taps(await meena.hears('எந்த நாள் வேணும்?'), 3);
    await meena.taps(await meena.hears('எத்தனை மணிக்கு வேணும்?'), 2);
    await meena.taps(await meena.hears('யார் பெயரில்'), 'மீனா');
    await meena.taps(await meena.hears('சரியா இருக்கான்னு பாருங்க'), 'உறுதி செய்');
    const { content: booked } = await meena.hears('புக் ஆயிடுச்சு!');
    expect(booked.body).toContain('மீனா');
    const minutes = (performance.now() - began) / 60_000;
    process.stdout.write(`from a fresh clone to the first booking: ${minutes.toFixed(1)} minutes\n`);

    // What the documents say can be run, runs, beside the running Neram.
    const blocks = allRunnableBlocks(folder);
    expect(blocks.length).toBeGreaterThan(4);
    for (const { file, line, script } of blocks) {
      const where = `${file}:${String(line)}`;
      const { status, stdout, stderr } = spawnSync('sh', ['-euc', script], {
        cwd: folder,
        env: cleanEnvironment(own),
        encoding: 'utf8',
      });
      expect({ where, status, ...(status !== 0 && { stdout, stderr }) }).toEqual({ where, status: 0 });
    }

    // Ctrl-C ends everything: the database, the web, the worker, the simulator.
    const family = familyOf(child.pid ?? 0);
    expect(family.length).toBeGreaterThan(5);
    interrupt(child);
    expect(await ended(child)).toBe(130);
    await expect.poll(() => family.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  },
);
