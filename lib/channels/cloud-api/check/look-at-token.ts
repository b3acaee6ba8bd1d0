import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import { failedLook, isPassing } from '../../failed-look';
import type { HttpClient } from '../../http/http-client';
import { type CloudConnection, ChannelFailure } from '../../types';
import { askGraph } from '../ask-graph';

const seconds = z.number().int().nonnegative().optional().catch(undefined);
const maybeText = z.string().optional().catch(undefined);
const tokenSchema = z.looseObject({
  data: z.looseObject({
    app_id: z
      .union([z.string(), z.number().transform(String)])
      .optional()
      .catch(undefined),
    application: maybeText,
    type: maybeText,
    is_valid: z.boolean(),
    /** Unix seconds; 0: it does not end. */
    expires_at: seconds,
    issued_at: seconds,
    scopes: z.array(z.string()).optional().catch(undefined),
    error: z.looseObject({ message: maybeText, subcode: z.number().optional().catch(undefined) }).optional(),
  }),
});

const needed = ['whatsapp_business_messaging', 'whatsapp_business_management'];
const dayMs = 24 * 60 * 60 * 1000;
/** What the app dashboard gives for trying lasts a day, what its Graph API Explorer gives an hour or two. */
const tryingMs = 2 * dayMs;
/** Enough to make another in peace. */
const soonMs = 7 * dayMs;
/** "The session has expired". Source: Meta, Graph API, access token errors. */
const expiredSubcode = 463;

export type TokenLook = {
  findings: Finding[];
  /** Nothing else can be asked with it. */
  useless: boolean;
  /** The app that it was made for, where Meta tells. */
  appId: string | null;
};

/**
 * Whether Meta takes the token, until when, and for what. A token that may not look at itself is told from a wrong one by
 * the refusal's code. Source: Meta, Graph API, `debug_token`; lifetimes: reference §1.1.
 */
export async function lookAtToken(
  http: HttpClient,
  connection: CloudConnection,
  now: Date,
): Promise<TokenLook> {
  let answer: unknown;
  try {
    const query = { input_token: connection.accessToken };
    answer = await askGraph(http, connection, { path: 'debug_token', query });
  } catch (error) {
    return refusedLook(error);
  }
  const { data } = tokenSchema.safeParse(answer);
  if (!data) return { findings: [found('token', 'token-accepted')], useless: false, appId: null };
  const { is_valid: valid, app_id: appId, error } = data.data;
  if (!valid) {
    const code = error?.subcode === expiredSubcode ? 'token-expired' : 'token-wrong';
    return {
      findings: [found('token', code, {}, error?.message ?? null)],
      useless: true,
      appId: appId ?? null,
    };
  }
  return { findings: [lifeOf(data.data, now), ...scopesOf(data.data)], useless: false, appId: appId ?? null };
}

function refusedLook(error: unknown): TokenLook {
  const wrong = error instanceof ChannelFailure && (error.providerCode === 190 || error.providerCode === 0);
  // Not every token may look at itself; whether it is taken is seen at the next question.
  if (error instanceof ChannelFailure && !wrong && !isPassing(error) && error.providerCode !== undefined)
    return { findings: [found('token', 'token-accepted')], useless: false, appId: null };
  return { findings: [failedLook('token', error, 'token-wrong')], useless: true, appId: null };
}

type Told = z.infer<typeof tokenSchema>['data'];

function lifeOf({ expires_at: ends, issued_at: issued, type }: Told, now: Date): Finding {
  if (ends === undefined) return found('token', 'token-accepted');
  if (ends === 0) return found('token', 'token-good');
  const endsMs = ends * 1000;
  const until = { until: new Date(endsMs).toISOString() };
  const wholeMs = endsMs - (issued === undefined ? now.getTime() : issued * 1000);
  if (type !== 'SYSTEM_USER' && wholeMs <= tryingMs) return found('token', 'token-temporary', until);
  return found('token', endsMs - now.getTime() <= soonMs ? 'token-ends-soon' : 'token-ends', until);
}

function scopesOf({ scopes }: Told): Finding[] {
  if (!scopes) return [];
  const missing = needed.filter((scope) => !scopes.includes(scope));
  return [
    missing.length === 0
      ? found('permissions', 'scopes-good')
      : found('permissions', 'scopes-missing', { scopes: missing.join(', ') }),
  ];
}
