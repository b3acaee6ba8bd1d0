import { z } from 'zod';
import type { ProviderTemplate, TemplateDefinition } from '../../messaging/template-definition';
import { ChannelFailure, type CloudConnection, type TemplateDesk } from '../types';
import type { HttpClient, HttpRequest } from '../http/http-client';
import { askGraph } from './ask-graph';
import { componentsOf, templateJson } from '../meta/template-json';
import { templateCategoryOf, templateReasonOf, templateStatusOf } from '../meta/template-status';

const text = z.string().optional().catch(undefined);

const componentSchema = z.looseObject({
  type: z.string(),
  text,
  buttons: z.array(z.looseObject({ text })).optional().catch(undefined),
});
const templateSchema = z.looseObject({
  id: z.coerce.string().min(1),
  name: z.string(),
  language: z.string(),
  status: z.string(),
  category: text,
  components: z.array(componentSchema).optional().catch(undefined),
  rejected_reason: text,
});
type Listed = z.infer<typeof templateSchema>;

const pageSchema = z.looseObject({
  data: z.array(z.unknown()),
  paging: z
    .looseObject({
      next: text,
      cursors: z.looseObject({ after: text }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
const madeSchema = z.looseObject({ id: z.coerce.string().min(1), status: text, category: text });

const fields = 'id,name,language,status,category,components,rejected_reason';

/** As many as certainly fit into an answer; an account has some thousands at most. */
const pageSize = 50;
const mostPages = 200;

/**
 * Templates of a WhatsApp Business Account. Throws ChannelFailure.
 * Source: Meta, template management (reference 6.1, 6.2, 6.4).
 */
export const templateDesk = (http: HttpClient): TemplateDesk<CloudConnection> => ({
  list: async (connection) => (await listAll(http, connection)).map(toTemplate),
  submit: (connection, template) => submit(http, connection, template),
  remove: async (connection, name) => {
    if ((await listAll(http, connection, name)).length === 0) return;
    await ask(http, connection, 'DELETE', `${edgeOf(connection)}?${query({ name })}`);
  },
});

/** Throws where nobody has said which account the number belongs to. */
function edgeOf({ wabaId }: CloudConnection): string {
  if (wabaId === null)
    throw new ChannelFailure('rejected', 'The WhatsApp Business Account of this number is not known here');
  return `${encodeURIComponent(wabaId)}/message_templates`;
}

const ask = (
  http: HttpClient,
  connection: CloudConnection,
  method: HttpRequest['method'],
  path: string,
  json?: unknown,
): Promise<unknown> => askGraph(http, connection, { method, path, ...(json !== undefined && { json }) });

const query = (values: Record<string, string>): string => new URLSearchParams(values).toString();

/** With `name`, those of exactly this name. */
async function listAll(http: HttpClient, connection: CloudConnection, name?: string): Promise<Listed[]> {
  const found: Listed[] = [];
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const asked = {
      fields,
      limit: String(pageSize),
      ...(name !== undefined && { name }),
      ...(after !== undefined && { after }),
    };
    const { data } = pageSchema.safeParse(
      await ask(http, connection, 'GET', `${edgeOf(connection)}?${query(asked)}`),
    );
    if (!data) throw new ChannelFailure('unavailable', 'The list of templates could not be read');
    for (const one of data.data) {
      const read = templateSchema.safeParse(one);
      // Meta's filter by name also gives names that begin so.
      if (read.success && (name === undefined || read.data.name === name)) found.push(read.data);
    }
    after = data.paging?.next === undefined ? undefined : data.paging.cursors?.after;
    if (after === undefined) return found;
  }
  throw new ChannelFailure('unavailable', 'The list of templates does not end');
}

const partOf = ({ components }: Listed, type: string) => components?.find((one) => one.type === type);

const toTemplate = (listed: Listed): ProviderTemplate => ({
  externalId: listed.id,
  name: listed.name,
  language: listed.language,
  status: templateStatusOf(listed.status),
  category: templateCategoryOf(listed.category),
  body: partOf(listed, 'BODY')?.text ?? null,
  reason: templateReasonOf(listed.rejected_reason),
});

/**
 * Looked up first, so that no error text has to be understood: what is there with the same words is left as it is (an
 * approved one may be edited once a day only), what is there with others is edited, and what is not there is made.
 */
async function submit(
  http: HttpClient,
  connection: CloudConnection,
  template: TemplateDefinition,
): Promise<ProviderTemplate> {
  const there = (await listAll(http, connection, template.name)).find(
    (one) => one.language === template.language,
  );
  if (!there || templateStatusOf(there.status) === 'deleted') {
    const made = madeSchema.safeParse(
      await ask(http, connection, 'POST', edgeOf(connection), templateJson(template)),
    );
    if (!made.success) throw new ChannelFailure('unknown-outcome', 'A success without a template id');
    return {
      externalId: made.data.id,
      name: template.name,
      language: template.language,
      status: templateStatusOf(made.data.status ?? 'PENDING'),
      category: templateCategoryOf(made.data.category) ?? template.category,
      body: template.body,
      reason: null,
    };
  }
  const known = toTemplate(there);
  if (isSame(there, template) && known.status !== 'rejected') return known;
  await ask(http, connection, 'POST', encodeURIComponent(known.externalId), {
    components: componentsOf(template),
  });
  return { ...known, status: 'pending', body: template.body, reason: null };
}

function isSame(listed: Listed, template: TemplateDefinition): boolean {
  // Meta writes the text of a code itself.
  if (template.category === 'authentication') return true;
  const titles = partOf(listed, 'BUTTONS')?.buttons?.map((one) => one.text ?? '') ?? [];
  return (
    partOf(listed, 'BODY')?.text === template.body &&
    partOf(listed, 'FOOTER')?.text === template.footer &&
    partOf(listed, 'HEADER')?.text === template.header &&
    titles.join('\n') === template.buttons.map(({ title }) => title).join('\n')
  );
}
