type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Leaves out what is undefined: our types tell an absent field from one that is there. */
export const withoutUndefined = <T extends object>(fields: T): Present<T> =>
  // The filter below is exactly what the type says; Object.fromEntries cannot express it.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
