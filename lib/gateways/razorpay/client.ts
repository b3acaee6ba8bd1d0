import { type AxiosInstance, isAxiosError } from 'axios';
import Razorpay from 'razorpay';
import { z } from 'zod';
import { ok } from '../../kernel/result';
import { faultCode, ofNoAnswer } from '../no-answer';
import { outcomeUnknown } from '../outcome';
import type { Outcome, RazorpayConnection } from '../types';
import { ofRefusal } from './failures';

const maxAnswerBytes = 4 * 1024 * 1024;

const answerSchema = z.looseObject({
  error: z.looseObject({
    code: z.string().optional().catch(undefined),
    description: z.string().optional().catch(undefined),
  }),
});

/** What the package's own error mapping passes on untouched: its callers see `error` as we made it. */
class Unanswered extends Error {
  readonly response;
  constructor(readonly told: Told) {
    super('Razorpay did not do it');
    this.response = { status: told.status ?? 0, data: { error: told } };
  }
}

type Told = {
  /** Null without an answer. */
  status: number | null;
  fault: string;
  description: string | null;
  retryAfterMs: number | null;
};

export type RazorpayClient = {
  sdk: Razorpay;
  /** The same calls, for those headers that the package cannot send. Resolves to the parsed body. */
  post(path: string, body: unknown, headers: Record<string, string>): Promise<unknown>;
};

/**
 * The official package, made fit for use: its address and time limit are set, redirects and proxies are off, and faults
 * keep their cause. By itself the package has one fixed host and no time limit, and turns a lost connection into a
 * TypeError. Source: payments reference 1.11.
 */
export function createClient(connection: RazorpayConnection, timeoutMs: number): RazorpayClient {
  const sdk = new Razorpay({ key_id: connection.keyId, key_secret: connection.keySecret });
  // The axios instance inside is missing from the package's types.
  const { rq } = sdk.api as unknown as { rq: AxiosInstance };
  Object.assign(rq.defaults, {
    baseURL: connection.apiUrl,
    timeout: timeoutMs,
    maxRedirects: 0,
    proxy: false,
    maxContentLength: maxAnswerBytes,
  });
  // The client's own limit starts again with every byte of a slow answer; this one does not.
  rq.interceptors.request.use((config) => ({ ...config, signal: AbortSignal.timeout(timeoutMs) }));
  rq.interceptors.response.use(undefined, (fault: unknown) => {
    throw new Unanswered(toldBy(fault));
  });
  return {
    sdk,
    post: async (path, body, headers) => (await rq.post<unknown>(path, body, { headers })).data,
  };
}

function toldBy(fault: unknown): Told {
  const response = isAxiosError(fault) ? fault.response : undefined;
  if (!response) return { status: null, fault: faultCode(fault), description: null, retryAfterMs: null };
  const error = answerSchema.safeParse(response.data).data?.error;
  const wait: unknown = response.headers['retry-after'];
  return {
    status: response.status,
    fault: error?.code ?? 'no code',
    description: error?.description ?? null,
    retryAfterMs: typeof wait === 'string' && /^\d{1,5}$/.test(wait) ? Number(wait) * 1000 : null,
  };
}

const thrownSchema = z.union([
  z.object({ error: z.custom<Told>((value) => typeof value === 'object' && value !== null) }),
  z.instanceof(Unanswered).transform(({ told }) => ({ error: told })),
]);

/**
 * Runs one call of the package and reads its answer. A success of a shape we do not know, and whatever else the package
 * may throw, is `outcome-unknown`. Secrets that an answer quotes are taken out of the detail.
 */
export async function call<S extends z.ZodType>(
  connection: RazorpayConnection,
  schema: S,
  run: () => Promise<unknown>,
): Promise<Outcome<z.infer<S>>> {
  try {
    const parsed = schema.safeParse(await run());
    return parsed.success ? ok(parsed.data) : outcomeUnknown('A success that cannot be read');
  } catch (thrown) {
    const told = thrownSchema.safeParse(thrown).data?.error;
    if (!told) return outcomeUnknown('The package failed by itself');
    if (told.status === null) return ofNoAnswer(told.fault);
    const description = withoutSecrets(told.description ?? 'no explanation', connection);
    const detail = `HTTP ${told.status}, ${told.fault.slice(0, 60)}: ${description}`;
    return ofRefusal(told.status, description, detail, told.retryAfterMs ?? undefined);
  }
}

const withoutSecrets = (text: string, { keyId, keySecret }: RazorpayConnection): string =>
  [keySecret, keyId]
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)
    .slice(0, 300);
