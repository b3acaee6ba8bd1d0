/** A wrong request to the phones' side; `status` is the HTTP status, the message says what to mend. */
export class PhoneRefusal extends Error {
  constructor(
    readonly status: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
    this.name = 'PhoneRefusal';
  }
}
