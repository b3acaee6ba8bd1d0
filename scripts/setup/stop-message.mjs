/** A failure that is explained in full by its message: printed without a stack, and the process ends with code 1. */
export class StopMessage extends Error {
  name = 'StopMessage';
}
