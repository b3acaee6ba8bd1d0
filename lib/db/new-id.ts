import { v7 } from 'uuid';

/** A fresh UUIDv7: ordered by time, so that indexes grow at one end. The type says what it will name. */
export const newId = <T extends string = string>(): T => v7() as T;
