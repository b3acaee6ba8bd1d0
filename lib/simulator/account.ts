import { z } from 'zod';
import { GraphError } from './graph-error';
import { readJson } from './read-request';

/** The app that the stand-in's token was made for. */
export const simulatedAppId = '300000000000001';

const token = z.strictObject({
  type: z.enum(['SYSTEM_USER', 'USER']).default('SYSTEM_USER'),
  /** Unix seconds; 0: it does not end. */
  expiresAt: z.number().int().min(0).default(0),
  issuedAt: z.number().int().min(0).optional(),
  scopes: z.array(z.string()).default(['whatsapp_business_management', 'whatsapp_business_messaging']),
});

/** How the number and its account stand, as Meta would tell; a change of quality or limit is told by webhook. */
const standingSchema = z.strictObject({
  token: token.default(token.parse({})),
  quality: z.enum(['GREEN', 'YELLOW', 'RED', 'NA']).default('GREEN'),
  tier: z.enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']).default('TIER_2K'),
  nameStatus: z.enum(['APPROVED', 'PENDING_REVIEW', 'DECLINED']).default('APPROVED'),
  throughput: z.enum(['STANDARD', 'HIGH']).default('STANDARD'),
  platform: z.enum(['CLOUD_API', 'NOT_APPLICABLE']).default('CLOUD_API'),
  /** Other apps that hear the account as well, by name. */
  otherApps: z.array(z.string()).default([]),
  /** Fields that the app asks for. */
  fields: z.array(z.string()).default(['messages', 'message_template_status_update', 'account_update']),
});

export const standingChangeSchema = standingSchema.partial();
export type Standing = z.infer<typeof standingSchema>;
export type StandingChange = z.infer<typeof standingChangeSchema>;

/** What the owner enters at Meta's app dashboard. */
export const callbackSchema = z.strictObject({ url: z.url(), verifyToken: z.string().min(1) });

const overrideSchema = z.union([
  z.strictObject({}),
  z.strictObject({ override_callback_uri: z.url(), verify_token: z.string().min(1) }),
]);

const appSubscriptionSchema = z.strictObject({
  object: z.literal('whatsapp_business_account'),
  callback_url: z.url(),
  verify_token: z.string().min(1),
  fields: z.string().regex(/^[a-z_]+(,[a-z_]+)*$/),
});

const challengeMs = 10_000;

/** The account behind the number: its standing, and who hears of what happens there. */
export class SimulatedAccount {
  standing: Standing = standingSchema.parse({});
  /** Whether our app is subscribed to the account. */
  private subscribed: boolean;
  /** The account's own address for events, over the app's. */
  private override: string | null = null;

  constructor(
    /** The app's own address for events; null: none was entered. */
    private callback: string | null,
    private readonly newChallenge: () => string,
  ) {
    this.subscribed = callback !== null;
  }

  /** Where events go. */
  address(): string | null {
    return this.subscribed ? (this.override ?? this.callback) : null;
  }

  change(change: StandingChange): void {
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
    this.standing = { ...this.standing, ...given };
  }

  subscribedApps(): object {
    const { otherApps } = this.standing;
    const app = (id: string, name: string) => ({
      whatsapp_business_api_data: { id, name, link: `https://www.facebook.com/games/?app_id=${id}` },
    });
    return {
      data: [
        ...(this.subscribed
          ? [
              {
                ...app(simulatedAppId, 'Neram'),
                ...(this.override !== null && { override_callback_uri: this.override }),
              },
            ]
          : []),
        ...otherApps.map((name, place) => app(`39999999999999${String(place)}`, name)),
      ],
    };
  }

  appSubscriptions(): object {
    if (this.callback === null) return { data: [] };
    const fields = this.standing.fields.map((name) => ({ name, version: 'v26.0' }));
    const object = 'whatsapp_business_account';
    return { data: [{ object, callback_url: this.callback, active: true, fields }] };
  }

  /** `POST /{app}/subscriptions`: the app's own address, with the fields it asks for. Throws GraphError. */
  async subscribeApp(raw: string): Promise<object> {
    const parsed = appSubscriptionSchema.safeParse(readJson(raw));
    if (!parsed.success)
      throw new GraphError(100, 'object, callback_url, verify_token and fields are expected.');
    const { callback_url: url, verify_token: verifyToken, fields } = parsed.data;
    await this.setCallback({ url, verifyToken });
    this.change({ fields: fields.split(',') });
    return { success: true };
  }

  /** `POST /{WABA}/subscribed_apps`, with an address of its own or without. Throws GraphError. */
  async subscribe(raw: string): Promise<object> {
    const parsed = overrideSchema.safeParse(raw === '' ? {} : readJson(raw));
    if (!parsed.success)
      throw new GraphError(100, 'override_callback_uri and verify_token belong together, and nothing else.');
    if ('override_callback_uri' in parsed.data) {
      const { override_callback_uri: url, verify_token: verifyToken } = parsed.data;
      await this.verify(url, verifyToken);
      this.override = url;
    }
    this.subscribed = true;
    return { success: true };
  }

  /** What the app dashboard does with an address and a verify token. Throws GraphError 2200 where it is not verified. */
  async setCallback({ url, verifyToken }: z.infer<typeof callbackSchema>): Promise<void> {
    await this.verify(url, verifyToken);
    this.callback = url;
  }

  /** Asks the address as Meta does. Source: reference §2.1. */
  private async verify(url: string, verifyToken: string): Promise<void> {
    const challenge = this.newChallenge();
    const address = new URL(url);
    address.searchParams.set('hub.mode', 'subscribe');
    address.searchParams.set('hub.challenge', challenge);
    address.searchParams.set('hub.verify_token', verifyToken);
    const answer = await fetch(address, { signal: AbortSignal.timeout(challengeMs) }).catch(() => null);
    const said = answer === null ? 'no answer' : `HTTP Status Code = ${String(answer.status)}`;
    if (answer?.status !== 200 || (await answer.text()) !== challenge)
      throw new GraphError(2200, `Callback verification failed with the following errors: ${said}`);
  }
}

/** A node with the fields that were asked for, the usual ones where none were. Throws GraphError 100 for a strange field. */
export function fieldsOf(all: Readonly<Record<string, unknown>>, asked: string | null): object {
  if (asked === null) return all;
  const names = asked.split(',').map((name) => name.trim());
  const strange = names.find((name) => !(name in all));
  if (strange !== undefined)
    throw new GraphError(100, `Tried accessing nonexisting field (${strange}) on node type.`);
  return Object.fromEntries(Object.entries(all).filter(([name]) => name === 'id' || names.includes(name)));
}
