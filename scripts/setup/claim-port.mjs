import { createInterface } from 'node:readline/promises';
import { isFree, nextFreePort } from './free-port.mjs';
import { StopMessage } from './stop-message.mjs';

/**
 * Makes sure that the web server's port is free. A taken one is named together with the next free one: where a
 * person sits at the terminal it is offered, elsewhere the command that uses it is printed.
 * With `patient` it is waited for a little: a killed run's web server may still be closing.
 */
export async function claimPort(command, patient = false) {
  const host = process.env.HOST || '127.0.0.1';
  const given = process.env.PORT || '3000';
  if (!/^\d{1,5}$/.test(given) || Number(given) < 1 || Number(given) > 65_535) {
    throw new StopMessage(`The configuration has mistakes:\n  PORT: must be a port number, 1 to 65535`);
  }
  for (let tries = patient ? 50 : 0; ; tries -= 1) {
    if (await tryListen(Number(given), host)) return;
    if (tries <= 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const other = await nextFreePort(Number(given), host);
  const taken = `Port ${given} is taken by another program.`;
  if (other === null) throw new StopMessage(`${taken} Choose another: PORT=8080 ${command}`);
  const port =
    process.stdin.isTTY && process.stderr.isTTY ? await ask(`${taken} Use ${other} instead? [Y/n] `) : false;
  if (!port) throw new StopMessage(`${taken} Port ${other} is free: PORT=${other} ${command}`);
  process.env.PORT = String(other);
}

async function tryListen(port, host) {
  try {
    return await isFree(port, host);
  } catch (error) {
    if (error.code === 'EACCES')
      throw new StopMessage(`PORT: this user may not listen on port ${port}. Choose one above 1023.`);
    throw new StopMessage(`HOST: cannot listen on ${host} (${error.code}).`);
  }
}

async function ask(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(y(es)?)?$/i.test(answer.trim());
}
