const plain = process.env.NO_COLOR !== undefined || !process.stderr.isTTY;
const paint = (code, text) => (plain ? text : `\u001b[${code}m${text}\u001b[0m`);

export const green = (text) => paint('32', text);
export const red = (text) => paint('31', text);
export const dim = (text) => paint('2', text);
export const bold = (text) => paint('1', text);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs `work` as one visible step: a line when it begins (where lines can be rewritten, the same line at its end),
 * and ✓ or ✗ with the time it took. `work` may return a few words to add. Everything goes to standard error, so
 * that a command's own output stays clean.
 * @template T
 * @param {string} title
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = performance.now();
  const tty = process.stderr.isTTY;
  process.stderr.write(tty ? `  ${dim('…')} ${title}` : `  … ${title}\n`);
  try {
    const result = await work();
    const note = typeof result === 'string' && result !== '' ? ` ${dim(`(${result})`)}` : '';
    process.stderr.write(
      `${tty ? '\r\u001b[2K' : ''}  ${green('✓')} ${title}${note} ${dim(seconds(began))}\n`,
    );
    return result;
  } catch (error) {
    process.stderr.write(`${tty ? '\r\u001b[2K' : ''}  ${red('✗')} ${title} ${dim(seconds(began))}\n`);
    throw error;
  }
}
