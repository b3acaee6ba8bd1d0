import { dim, green, red } from '../setup/progress.mjs';

/** One line of the check-up: what was looked at, what was found, and how to mend it when it is wrong. */
export type Finding = { what: string; ok: boolean; found: string; mend?: string };

export const well = (what: string, found: string): Finding => ({ what, ok: true, found });
export const wrong = (what: string, found: string, mend: string): Finding => ({
  what,
  ok: false,
  found,
  mend,
});

export function print(finding: Finding): void {
  console.log(`${finding.ok ? green('✓') : red('✗')} ${finding.what}: ${finding.found}`);
  if (finding.mend) console.log(`  ${dim('→')} ${finding.mend}`);
}
