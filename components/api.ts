/** What the server says of a request it refused (RFC 9457). */
export type Problem = {
  status: number;
  title: string;
  detail: string;
  errors: { path: string; message: string }[];
};

const timeoutMs = 20_000;

/** A call that the server refused. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title || `refused with ${String(problem.status)}`);
    this.problem = problem;
  }
}

/** The problem behind a failed call; status 0 where the server was not reached. */
export const problemOf = (error: unknown): Problem =>
  error instanceof Refused ? error.problem : { status: 0, title: '', detail: '', errors: [] };

async function refusal(answer: Response): Promise<Refused> {
  // A proxy on the way answers with a page of its own.
  const data = (await answer.json().catch(() => ({}))) as Partial<Problem>;
  const { title = '', detail = '', errors = [] } = data;
  return new Refused({ status: answer.status, title, detail, errors });
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/**
 * Calls a route of ours; the answer's type is the route's own schema's. The browser's own fetch and no library: every
 * page carries this. Throws what `problemOf` reads.
 */
export async function call<T>(
  method: Method,
  path: string,
  { body, signal }: { body?: object; signal?: AbortSignal } = {},
): Promise<T> {
  const patience = AbortSignal.timeout(timeoutMs);
  const answer = await fetch(path, {
    method: method.toUpperCase(),
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!answer.ok) throw await refusal(answer);
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

const queryOf = (query: object): string => {
  const set = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
};

/** Heard by the page when a call is refused because nobody is signed in any more. */
export const signedOutEvent = 'neram:signed-out';

/** Calls one of the business's routes. When the session has ended the page asks to sign in, and stays as it is. */
export async function api<T>(
  business: string,
  method: Method,
  path: string,
  { query, ...input }: { query?: object; body?: object; signal?: AbortSignal } = {},
): Promise<T> {
  const address = `/api/businesses/${business}/${path}${query ? `?${queryOf(query)}` : ''}`;
  try {
    return await call<T>(method, address, input);
  } catch (error) {
    if (problemOf(error).status === 401) window.dispatchEvent(new Event(signedOutEvent));
    throw error;
  }
}
