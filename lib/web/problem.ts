import type { AppError, AppErrorCode } from '../kernel/app-error';
import { toResponse, type Answer } from './answer';

const httpOf: Record<AppErrorCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'Not authenticated' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'It has changed meanwhile' },
  'too-large': { status: 413, title: 'Too large' },
  'too-often': { status: 429, title: 'Too often' },
};

/** RFC 9457 problem details. Says what is wrong and what to do; never a stack trace, never a secret. */
export function problemAnswer(error: AppError): Answer {
  const { status, title } = httpOf[error.code];
  return answerOf(status, {
    type: `urn:neram:problem:${error.code}`,
    title,
    status,
    detail: error.detail,
    ...(error.fields.length > 0 && { errors: error.fields }),
  });
}

/** A fault of ours. What went wrong is in the log, under the same moment. */
export const faultAnswer = (): Answer =>
  answerOf(500, {
    type: 'urn:neram:problem:fault',
    title: 'Something went wrong on our side',
    status: 500,
    detail: 'It has been noted. Please try again in a moment.',
  });

/** This address is there, but not for this method. `allowed` are those it is there for. */
export function methodAnswer(allowed: readonly string[]): Answer {
  const answer = answerOf(405, {
    type: 'urn:neram:problem:method',
    title: 'Not this method',
    status: 405,
    detail: `This address answers ${allowed.join(' and ')}.`,
  });
  return { ...answer, headers: { ...answer.headers, allow: allowed.join(', ') } };
}

export const problem = (error: AppError): Response => toResponse(problemAnswer(error));
export const faultProblem = (): Response => toResponse(faultAnswer());

const answerOf = (status: number, body: object): Answer => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: JSON.stringify(body),
});
