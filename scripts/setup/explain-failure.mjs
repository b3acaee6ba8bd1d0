// Comes first in each command of a built installation, which no scripts/run.mjs leads in.
import { explain } from './explain.mjs';

process.on('uncaughtException', (error) => {
  process.stderr.write(`\n${explain(error)}\n`);
  process.exit(1);
});
