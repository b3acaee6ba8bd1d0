/** A field of the thing, before and after; what stayed the same is left out. */
export type FieldChange = { field: string; before: unknown; after: unknown };

type Values = Record<string, unknown> | null;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What an act changed. An act that stores only what came of it (a new booking) shows its fields without a before, and
 * one that ended something those it had.
 */
export function changesOf(before: Values, after: Values): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return (
    fields
      .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
      // What a form did not carry was not changed by it.
      .filter((one) => !(before && after && !(one.field in after)))
      .filter((one) => !same(one.before ?? null, one.after ?? null))
  );
}
