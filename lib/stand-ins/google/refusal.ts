/** An answer other than success, as Google words it. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {
    super(`refused with ${String(status)}`);
  }
}

export const refuse = (status: number, reason: string, message: string = reason): Refusal =>
  new Refusal(status, {
    error: { code: status, message, errors: [{ domain: 'calendar', reason, message }] },
  });

/** At the token endpoint. */
export const refuseGrant = (error: string, description: string, status = 400): Refusal =>
  new Refusal(status, { error, error_description: description });
