import axios, { isAxiosError } from 'axios';
import { boundedCall } from '../../kernel/bounded-call';
import { jsonOrNull } from '../../kernel/json';
import { codeOfFault } from '../../kernel/network-faults';
import { fail, ok } from '../../kernel/result';
import type { CalendarOutcome } from '../types';

export type Call = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: string;
  /** Bearer token; absent for the call that gets one. */
  token?: string;
  query?: Record<string, string>;
  body?: object | URLSearchParams;
};

/** `date`: when they answered, by their own clock. */
export type Answer = { status: number; body: unknown; date: Date | null; retryAfterMs: number | null };

export type Http = (call: Call) => Promise<CalendarOutcome<Answer>>;

const timeoutMs = 10_000;
const maxAnswerBytes = 16 * 1024 * 1024;

const http = axios.create(boundedCall(timeoutMs, maxAnswerBytes));

/** Calls Google: every call is bounded, redirects are not followed. Any answer is `ok`, at any status. */
export const callGoogle: Http = async ({ method, url, token, query, body }) => {
  try {
    const answer = await http.request<unknown>({
      method,
      url,
      ...(query && { params: query }),
      ...(body && { data: body }),
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && !(body instanceof URLSearchParams) && { 'content-type': 'application/json' }),
      },
      // The client's own limit starts again with every byte of a slow answer; this one does not.
      signal: AbortSignal.timeout(timeoutMs),
    });
    const date = Date.parse(String(answer.headers['date'] ?? ''));
    const retry = Number(answer.headers['retry-after']);
    return ok({
      status: answer.status,
      body: jsonOrNull(answer.data),
      date: Number.isNaN(date) ? null : new Date(date),
      retryAfterMs: retry > 0 ? retry * 1000 : null,
    });
  } catch (fault) {
    return fail({
      reason: 'unreachable',
      detail: `No answer: ${codeOfFault(isAxiosError(fault) ? fault : null)}`,
    });
  }
};
