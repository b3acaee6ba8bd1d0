import { z } from 'zod';
import type { ProviderTemplate, TemplateStatus } from '../../messaging/template-definition';
import type { HttpClient } from '../http/http-client';
import { call, contentUrl, type TwilioConnection } from './call';
import { readFriendlyName } from './template-places';

const maybe = z.string().min(1).optional().catch(undefined);

const contentSchema = z.looseObject({
  sid: z.string().min(1),
  friendly_name: z.string().catch(''),
  language: z.string().catch(''),
  date_created: maybe,
  types: z.record(z.string(), z.looseObject({ body: maybe }).catch({})).catch({}),
  approval_requests: z
    .looseObject({ name: maybe, category: maybe, status: maybe, rejection_reason: maybe })
    .optional()
    .catch(undefined),
});

const pageSchema = z.looseObject({
  contents: z.array(z.unknown()),
  meta: z.looseObject({ next_page_url: maybe }).optional().catch(undefined),
});

/** A template as Twilio keeps it. */
export type Content = ProviderTemplate & {
  /** Names of its places by their numbers; null for one that was not made by us. */
  places: string[] | null;
  /** What WhatsApp knows it as, which a later version has to change. */
  whatsappName: string | null;
  createdAt: string;
};

const pageSize = 100;
/** 5,000 contents: more than an account may have. */
const maxPages = 50;

/**
 * All contents of the account with what WhatsApp says of them. Throws ChannelFailure.
 * Source: Twilio, Content API, "Fetch all Content and approvals".
 */
export async function listContents(http: HttpClient, connection: TwilioConnection): Promise<Content[]> {
  const base = contentUrl(connection);
  const contents: Content[] = [];
  let query: string | null = `?PageSize=${pageSize}`;
  for (let page = 0; page < maxPages && query !== null; page += 1) {
    const answer = await call(http, connection, {
      method: 'GET',
      url: `${base}/ContentAndApprovals${query}`,
    });
    const { data } = pageSchema.safeParse(answer);
    contents.push(...(data?.contents ?? []).flatMap(toContent));
    query = queryOf(data?.meta?.next_page_url);
  }
  return contents;
}

/** Our sign-in goes to the address we know, whatever an answer says: only the place in the list is taken over. */
function queryOf(nextPageUrl: string | undefined): string | null {
  const at = nextPageUrl?.indexOf('?') ?? -1;
  return at < 0 ? null : (nextPageUrl?.slice(at) ?? null);
}

function toContent(listed: unknown): Content[] {
  const { data } = contentSchema.safeParse(listed);
  if (!data) return [];
  const { name, places } = readFriendlyName(data.friendly_name);
  const approval = data.approval_requests;
  return [
    {
      externalId: data.sid,
      name,
      language: data.language,
      status: statusOf(approval?.status),
      category: categoryOf(approval?.category),
      body: Object.values(data.types).find(({ body }) => body !== undefined)?.body ?? null,
      reason: approval?.rejection_reason ?? null,
      places,
      whatsappName: approval?.name ?? null,
      createdAt: data.date_created ?? '',
    },
  ];
}

/** Unsubmitted ones are for WhatsApp as if they were not there yet. */
export function statusOf(status: string | undefined): TemplateStatus {
  switch (status) {
    case 'approved':
    case 'rejected':
    case 'paused':
    case 'disabled':
      return status;
    case undefined:
    case 'unsubmitted':
    case 'received':
    case 'pending':
      return 'pending';
    default:
      return 'unknown';
  }
}

function categoryOf(category: string | undefined): ProviderTemplate['category'] {
  switch (category?.toLowerCase()) {
    case 'utility':
      return 'utility';
    case 'marketing':
      return 'marketing';
    case 'authentication':
      return 'authentication';
    default:
      return null;
  }
}

/**
 * One of each name and language: a change is a new content at Twilio, and until it is approved the one before it is what
 * can be sent.
 */
export function currentOf(contents: readonly Content[]): Content[] {
  const current = new Map<string, Content>();
  for (const content of contents) {
    const key = JSON.stringify([content.name, content.language]);
    const other = current.get(key);
    if (!other || isBetter(content, other)) current.set(key, content);
  }
  return [...current.values()];
}

const isBetter = (a: Content, b: Content): boolean =>
  (a.status === 'approved') === (b.status === 'approved')
    ? Date.parse(a.createdAt) > Date.parse(b.createdAt)
    : a.status === 'approved';
