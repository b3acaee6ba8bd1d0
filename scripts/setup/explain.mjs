/**
 * What a command that ended says: what we foresaw in its own words, anything else with its stack.
 * @param {unknown} error
 * @returns {string}
 */
export function explain(error) {
  if (!(error instanceof Error)) return String(error);
  const foreseen = ['StopMessage', 'EnvError', 'MigrationRefused'].includes(error.name);
  return foreseen ? error.message : (error.stack ?? error.message);
}
