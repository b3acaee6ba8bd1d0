import axios, { AxiosError } from 'axios';

/** What the server says of a request it refused (RFC 9457). */
export type Problem = {
  status: number;
  title: string;
  detail: string;
  errors: { path: string; message: string }[];
};

const client = axios.create({ baseURL: '/api/businesses', timeout: 20_000 });

/** The problem behind a failed call; status 0 where the server was not reached. */
export function problemOf(error: unknown): Problem {
  const none = { status: 0, title: '', detail: '', errors: [] };
  if (!(error instanceof AxiosError) || !error.response) return none;
  const data = error.response.data as Partial<Problem> | undefined;
  return {
    status: error.response.status,
    title: data?.title ?? '',
    detail: data?.detail ?? '',
    errors: data?.errors ?? [],
  };
}

/** Back to the sign-in page when the session has ended, and to this very page afterwards. */
client.interceptors.response.use(undefined, (error: unknown) => {
  if (problemOf(error).status === 401) {
    const { pathname, search } = window.location;
    window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
  }
  return Promise.reject(error instanceof Error ? error : new Error(String(error)));
});

/** Calls one of the business's routes; the answer's type is the route's own schema's. Throws what `problemOf` reads. */
export async function api<T>(
  business: string,
  method: 'get' | 'post' | 'put' | 'patch' | 'delete',
  path: string,
  input: { query?: object; body?: object; signal?: AbortSignal } = {},
): Promise<T> {
  const { data } = await client.request<T>({
    method,
    url: `/${business}/${path}`,
    ...(input.query && { params: input.query }),
    ...(input.body && { data: input.body }),
    ...(input.signal && { signal: input.signal }),
  });
  return data;
}
