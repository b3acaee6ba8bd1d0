import { demoBusiness } from '../lib/catalog/demo-business';
import { asPrinted } from '../lib/conversation/understanding/as-printed';
import { dateOfDayNumber } from '../lib/scheduling/zone';
import { presentIn } from '../lib/conversation/understanding/resolve/local-date';
import { understand } from '../lib/conversation/understanding/understand';
import { vocabularyOf } from '../lib/conversation/understanding/vocabulary';

/** The instant of `--now`, or the real clock without it; null where it is no ISO instant. */
function readNow(args: readonly string[]): Date | null {
  const at = args.findIndex((arg) => arg === '--now' || arg.startsWith('--now='));
  if (at < 0) return args.length === 0 ? new Date() : null;
  const [name = '', next] = args.slice(at);
  const value = name.startsWith('--now=') ? name.slice('--now='.length) : next;
  const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u.test(value ?? '');
  const now = new Date(value ?? '');
  return isInstant && !Number.isNaN(now.getTime()) ? now : null;
}

const args = process.argv.slice(2);
const now = readNow(args);
if (now === null) {
  process.stderr.write(
    `understand: cannot read ${JSON.stringify(args.join(' '))}. Give --now and an instant with its offset, as in --now 2026-11-22T10:00:00+05:30\n`,
  );
  process.exit(2);
}

const { zone } = demoBusiness.business;
const today = dateOfDayNumber(presentIn(now, zone).today);
const context = { now, zone, vocabulary: vocabularyOf(demoBusiness, today), asked: null };

// A reader that stops early (head, less) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const print = (line: string): void => {
  process.stdout.write(`${JSON.stringify(asPrinted(understand(line.replace(/\r$/u, ''), context)))}\n`);
};

// Split at line feeds alone: a lone carriage return or a Unicode separator is part of a message.
let open = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin) {
  const lines = `${open}${String(chunk)}`.split('\n');
  open = lines.pop() ?? '';
  lines.forEach(print);
}
if (open !== '') print(open);
