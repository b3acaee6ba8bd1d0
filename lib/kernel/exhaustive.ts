/** Proves to the compiler that a switch covered every case; throws if data from outside broke that promise. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
