/**
 * Settings of an axios client for calls to somebody outside: bounded in time and length, redirects not followed, proxies of the
 * environment ignored, the body as text, any status an answer. `timeoutMs` starts again with every byte of a slow
 * answer: a call that has to end by then brings a signal of its own.
 */
export const boundedCall = (timeoutMs: number, maxAnswerBytes: number) => ({
  timeout: timeoutMs,
  maxRedirects: 0,
  proxy: false as const,
  maxContentLength: maxAnswerBytes,
  responseType: 'text' as const,
  transformResponse: (body: unknown) => body,
  validateStatus: () => true,
});
