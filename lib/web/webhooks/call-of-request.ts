import { readBody } from '../read-body';
import type { WebhookCall } from './types';

/** A webhook call out of what Next's router hands to a route. */
export function callOfRequest(request: Request): WebhookCall {
  const { pathname, search } = new URL(request.url);
  return {
    method: request.method,
    path: pathname,
    query: search.slice(1),
    headers: request.headers,
    readBody: (limit) => readBody(request, limit),
  };
}
