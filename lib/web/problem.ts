import type { AppError, AppErrorCode } from '../kernel/app-error';

const httpOf: Record<AppErrorCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Not authenticated' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'It has changed meanwhile' },
  'too-large': { status: 413, title: 'Too large' },
};

/** RFC 9457 problem details. Says what is wrong and what to do; never a stack trace, never a secret. */
export function problem(error: AppError): Response {
  const { status, title } = httpOf[error.code];
  return problemResponse(status, {
    type: `urn:neram:problem:${error.code}`,
    title,
    status,
    detail: error.detail,
    ...(error.fields.length > 0 && { errors: error.fields }),
  });
}

/** A fault of ours. What went wrong is in the log, under the same moment. */
export const faultProblem = (): Response =>
  problemResponse(500, {
    type: 'urn:neram:problem:fault',
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'It has been noted. Please try again in a moment.',
  });

const problemResponse = (status: number, body: object): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });
