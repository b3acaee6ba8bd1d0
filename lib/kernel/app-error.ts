export type AppErrorCode =
  'not-found' | 'forbidden' | 'unauthenticated' | 'invalid' | 'conflict' | 'too-large' | 'too-often';

/** A caller's mistake. `web/` turns the code into HTTP; `detail` says what is wrong and what to do about it. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    readonly detail: string,
    readonly fields: readonly { path: string; message: string }[] = [],
  ) {
    super(detail);
    this.name = 'AppError';
  }
}
