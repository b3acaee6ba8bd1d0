/** An answer other than success. Source of the words: payments reference 1.2 and 1.7. */
export class Refusal extends Error {
  constructor(
    readonly description: string,
    readonly status = 400,
    readonly field: string | null = null,
  ) {
    super(description);
  }

  body(): object {
    return {
      error: {
        code: 'BAD_REQUEST_ERROR',
        description: this.description,
        field: this.field,
        source: 'business',
        step: 'payment_initiation',
        reason: 'input_validation_failed',
        metadata: {},
      },
    };
  }
}

export const noSuchId = (): Refusal => new Refusal('The id provided does not exist');
