import axios from 'axios';
import { boundedCall } from '../kernel/bounded-call';
import { jsonOrNull } from '../kernel/json';
import { ok } from '../kernel/result';
import { faultCode, ofNoAnswer } from './no-answer';
import { outcomeUnknown, refused } from './outcome';
import type { Outcome } from './types';

const maxAnswerBytes = 4 * 1024 * 1024;

export type Call = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  /** A form, or what becomes JSON. */
  body?: URLSearchParams | object;
};

export type Answer = { status: number; body: unknown };

export type Http = (call: Call) => Promise<Outcome<Answer>>;

/** Calls a gateway that has no package of its own: every call is bounded, redirects are not followed, proxies ignored. Any answer is `ok`, at any status. */
export function createHttp(timeoutMs: number): Http {
  const http = axios.create(boundedCall(timeoutMs, maxAnswerBytes));
  return async ({ method, url, headers = {}, body }) => {
    try {
      // The client's own limit starts again with every byte of a slow answer; this one does not.
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await http.request<unknown>({ method, url, headers, data: body, signal });
      return ok({ status: answer.status, body: jsonOrNull(answer.data) });
    } catch (fault) {
      return ofNoAnswer(faultCode(fault));
    }
  };
}

/** What an HTTP status other than success means; null for a success. After a 5xx or 408 it may have been done. */
export function ofStatus(status: number, detail: string): Outcome<never> | null {
  if (status >= 200 && status <= 299) return null;
  const text = `HTTP ${status}: ${detail}`;
  if (status === 401 || status === 403) return refused('unauthorised', text);
  if (status === 404) return refused('not-found', text);
  if (status === 409) return refused('in-progress', text);
  if (status === 429) return refused('rate-limited', text);
  return status >= 500 || status === 408 || status < 400 ? outcomeUnknown(text) : refused('invalid', text);
}
