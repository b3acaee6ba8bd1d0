/** Where the present comes from. Injected everywhere; only entrances make the real one. */
export type Clock = { now(): Date };
