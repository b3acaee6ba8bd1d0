/** HTTP status and title per code. Source: Meta's error codes page, as kept in the WhatsApp reference §4.3. */
const table: Readonly<Record<number, { http: number; title: string }>> = {
  1: { http: 400, title: 'An unknown error occurred' },
  2: { http: 503, title: 'Service temporarily unavailable' },
  4: { http: 400, title: 'Application request limit reached' },
  33: { http: 400, title: 'Parameter value is not valid' },
  100: { http: 400, title: 'Invalid parameter' },
  190: { http: 401, title: 'Invalid OAuth access token - Cannot parse access token' },
  101: { http: 400, title: 'Error validating application' },
  368: { http: 403, title: 'Temporarily blocked for policies violations' },
  2200: { http: 400, title: 'Callback verification failed' },
  2635: { http: 400, title: 'You are calling a deprecated version of the API' },
  80007: { http: 400, title: 'Rate limit issues' },
  130429: { http: 400, title: 'Rate limit hit' },
  130472: { http: 400, title: "User's number is part of an experiment" },
  131000: { http: 500, title: 'Something went wrong' },
  131005: { http: 403, title: 'Access denied' },
  131008: { http: 400, title: 'Required parameter is missing' },
  131009: { http: 400, title: 'Parameter value is not valid' },
  131016: { http: 500, title: 'Service unavailable' },
  131021: { http: 400, title: 'Recipient cannot be sender' },
  131026: { http: 400, title: 'Message undeliverable' },
  131031: { http: 403, title: 'Account has been locked' },
  131042: { http: 400, title: 'Business eligibility payment issue' },
  131047: { http: 400, title: 'Re-engagement message' },
  131048: { http: 400, title: 'Spam rate limit hit' },
  131049: { http: 400, title: 'This message was not delivered to maintain healthy ecosystem engagement.' },
  131050: { http: 400, title: 'User has stopped receiving marketing messages' },
  131051: { http: 400, title: 'Unsupported message type' },
  131052: { http: 400, title: 'Media download error' },
  131053: { http: 400, title: 'Media upload error' },
  131056: { http: 400, title: '(Business Account, Consumer Account) pair rate limit hit' },
  131057: { http: 500, title: 'Account in maintenance mode' },
  132000: { http: 400, title: 'Number of parameters does not match the expected number of params' },
  132001: { http: 404, title: 'Template name does not exist in the translation' },
  132005: { http: 400, title: 'Translated text too long' },
  132012: { http: 400, title: 'Parameter format does not match format in the created template' },
  132015: { http: 400, title: 'Template is paused' },
  132016: { http: 400, title: 'Template is disabled' },
  133010: { http: 400, title: 'Phone number not registered' },
};

export const isKnownCode = (code: number): boolean => code in table;

export const titleOf = (code: number): string => table[code]?.title ?? 'Unknown error';

/** A refusal in Meta's words: `code` decides the HTTP status, `details` says what exactly is wrong. */
export class GraphError extends Error {
  readonly httpStatus: number;

  constructor(
    readonly code: number,
    readonly details: string,
    /** Named by management calls only: they are told apart by it. Source: reference §4.4. */
    readonly subcode?: number,
  ) {
    super(`(#${String(code)}) ${titleOf(code)}`);
    this.name = 'GraphError';
    this.httpStatus = table[code]?.http ?? 400;
  }

  /** The body Meta would answer with. Source: reference §4.1, synchronous shape. */
  toBody(traceId: string): object {
    return {
      error: {
        message: this.message,
        type: 'OAuthException',
        code: this.code,
        error_data: { messaging_product: 'whatsapp', details: this.details },
        ...(this.subcode !== undefined && { error_subcode: this.subcode }),
        fbtrace_id: traceId,
      },
    };
  }
}

/** The same refusal inside a failed status. Source: reference §4.1, asynchronous shape. */
export const statusError = (code: number): object => ({
  code,
  title: titleOf(code),
  message: titleOf(code),
  error_data: { details: titleOf(code) },
  href: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/',
});
