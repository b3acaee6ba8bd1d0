/** An expected outcome: success with a value, or a failure whose `reason` names the case and carries its data. */
export type Result<T, F extends { reason: string }> = { ok: true; value: T } | ({ ok: false } & F);

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const fail = <const F extends { reason: string }>(failure: F): { ok: false } & F => ({
  ok: false,
  ...failure,
});
