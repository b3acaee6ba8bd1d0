import { z } from 'zod';
import type { ProviderTemplate, TemplateDefinition } from '../../messaging/template-definition';
import type { HttpClient } from '../http/http-client';
import { ChannelFailure, type TemplateDesk } from '../types';
import { call, contentUrl, type TwilioConnection } from './call';
import { type Content, currentOf, listContents, statusOf } from './contents';
import { friendlyName, placesOf } from './template-places';
import { contentTypesOf, samplesOf } from './template-types';

const createdSchema = z.looseObject({ sid: z.string().min(1) });
const approvalSchema = z.looseObject({ status: z.string().optional().catch(undefined) });

/**
 * Templates as Twilio's contents. A content cannot be changed and WhatsApp does not take one name twice, so a change is a
 * new content under the name's next version; the one before it stays until the new one can be sent.
 * Source: Twilio, Content API.
 */
export const templateDesk = (http: HttpClient): TemplateDesk<TwilioConnection> => ({
  list: async (connection) => currentOf(await listContents(http, connection)).map(toTemplate),
  submit: (connection, template) => submit(http, connection, template),
  async remove(connection, name) {
    for (const content of await listContents(http, connection))
      if (content.name === name) await removeContent(http, connection, content.externalId);
  },
});

const toTemplate = ({
  externalId,
  name,
  language,
  status,
  category,
  body,
  reason,
}: Content): ProviderTemplate => ({ externalId, name, language, status, category, body, reason });

async function submit(
  http: HttpClient,
  connection: TwilioConnection,
  template: TemplateDefinition,
): Promise<ProviderTemplate> {
  const { name, language, category } = template;
  const there = (await listContents(http, connection)).filter(
    (content) => content.name === name && content.language === language,
  );
  const places = placesOf(template);
  const base = `${contentUrl(connection)}/Content`;
  const created = await call(http, connection, {
    method: 'POST',
    url: base,
    json: {
      friendly_name: friendlyName(name, places),
      language,
      variables: samplesOf(template, places),
      types: contentTypesOf(template, places),
    },
  });
  const { data } = createdSchema.safeParse(created);
  if (!data) throw new ChannelFailure('unknown-outcome', 'A new content without an id');
  const answer = await call(http, connection, {
    method: 'POST',
    url: `${base}/${encodeURIComponent(data.sid)}/ApprovalRequests/whatsapp`,
    json: { name: whatsappNameOf(name, there), category: category.toUpperCase() },
  });
  // What can never be sent is only in the way; what is approved is sent until the new one is, what is pending may be.
  for (const old of there)
    if (old.status !== 'approved' && old.status !== 'pending')
      await removeContent(http, connection, old.externalId);
  const status = statusOf(approvalSchema.safeParse(answer).data?.status);
  return { externalId: data.sid, name, language, status, category, body: template.body, reason: null };
}

/** The name with the next version; without one the first time. */
function whatsappNameOf(name: string, there: readonly Content[]): string {
  const versions = there.map(({ whatsappName }) => Number(/_v(\d+)$/.exec(whatsappName ?? '')?.[1] ?? 1));
  return versions.length === 0 ? name : `${name}_v${Math.max(...versions) + 1}`;
}

/** Twilio's code for what is not there. */
const notThere = 20404;

/** One that is not there any more is no fault. */
async function removeContent(http: HttpClient, connection: TwilioConnection, sid: string): Promise<void> {
  try {
    await call(http, connection, {
      method: 'DELETE',
      url: `${contentUrl(connection)}/Content/${encodeURIComponent(sid)}`,
    });
  } catch (error) {
    if (!(error instanceof ChannelFailure && error.providerCode === notThere)) throw error;
  }
}
