import { StopMessage } from './stop-message.mjs';

/**
 * Reads `--name value` and bare `--name` options. `known` maps each option to 'flag' or 'value'.
 * Anything else is refused by name.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, 'flag' | 'value'>} [known]
 * @returns {Record<string, string | true>}
 */
export function readOptions(command, args, known = {}) {
  const options = {};
  for (let at = 0; at < args.length; at += 1) {
    const [name, inline] = args[at].split(/=(.*)/s);
    const kind = known[name.replace(/^--/, '')];
    if (!name.startsWith('--') || !kind) throw refusal(command, args[at], known);
    if (kind === 'flag' && inline !== undefined)
      throw new StopMessage(`npm ${command}: ${name} takes no value.`);
    const value = kind === 'flag' ? true : (inline ?? args[(at += 1)]);
    if (value === undefined || value === '') throw new StopMessage(`npm ${command}: ${name} needs a value.`);
    options[name.slice(2)] = value;
  }
  return options;
}

function refusal(command, arg, known) {
  const names = Object.entries(known).map(([name, kind]) => `--${name}${kind === 'value' ? ' <value>' : ''}`);
  const allowed = names.length > 0 ? `It knows: ${names.join(', ')}.` : 'It takes none.';
  return new StopMessage(`npm ${command}: unknown argument ${JSON.stringify(arg)}. ${allowed}`);
}
