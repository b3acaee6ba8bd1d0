import { StopMessage } from './stop-message.mjs';

/** The oldest Node that the packages support; the same as `engines` in package.json. */
const oldest = [20, 19];

export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  throw new StopMessage(
    `Neram needs Node.js ${oldest.join('.')} or newer; this is ${version}. See https://nodejs.org`,
  );
}
