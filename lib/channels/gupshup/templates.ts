import { z } from 'zod';
import { placesIn } from '../../messaging/template-places';
import type { ProviderTemplate, TemplateDefinition } from '../../messaging/template-definition';
import type { HttpClient } from '../http/http-client';
import { templateCategoryOf, templateStatusOf } from '../meta/template-status';
import { ChannelFailure, type TemplateDesk } from '../types';
import { call, type GupshupConnection } from './line';
import { withNumbers } from './numbered-places';

const maybeText = z.string().optional().catch(undefined);
const templateSchema = z.looseObject({
  id: z.string().min(1),
  elementName: z.string().min(1),
  languageCode: z.string().min(1),
  status: maybeText,
  category: maybeText,
  data: maybeText,
  reason: maybeText,
});
const listSchema = z.looseObject({ templates: z.array(z.unknown()) });
const submittedSchema = z.looseObject({
  template: z.looseObject({ id: z.string().min(1), status: maybeText, category: maybeText }),
});

const at = ({ appId }: GupshupConnection, name?: string): string =>
  `/wa/app/${encodeURIComponent(appId)}/template${name === undefined ? '' : `/${encodeURIComponent(name)}`}`;

/** All of an app's templates. Throws ChannelFailure. Source: Gupshup, "Get templates". */
export async function listTemplates(
  http: HttpClient,
  connection: GupshupConnection,
): Promise<ProviderTemplate[]> {
  const { data } = listSchema.safeParse(
    await call(http, connection, { method: 'GET', path: at(connection) }),
  );
  return (data?.templates ?? []).flatMap((listed) => {
    const one = templateSchema.safeParse(listed).data;
    if (!one) return [];
    return {
      externalId: one.id,
      name: one.elementName,
      language: one.languageCode,
      status: templateStatusOf(one.status),
      category: templateCategoryOf(one.category),
      body: one.data ?? null,
      reason: one.reason === undefined || one.reason === '' ? null : one.reason,
    };
  });
}

/**
 * Gupshup's keeping of templates. It changes none that is there: it refuses a name and language that it has, and that is
 * `rejected`. Source: Gupshup, "Template management"; reference §10.5.
 */
export function createTemplateDesk(http: HttpClient): TemplateDesk<GupshupConnection> {
  return {
    list: (connection) => listTemplates(http, connection),
    async submit(connection, template) {
      const answer = await call(http, connection, {
        method: 'POST',
        path: at(connection),
        form: renderDefinition(template),
      });
      const { data } = submittedSchema.safeParse(answer);
      if (!data) throw new ChannelFailure('unknown-outcome', 'A success that names no template');
      const { id, status, category } = data.template;
      const state = templateStatusOf(status);
      return {
        externalId: id,
        name: template.name,
        language: template.language,
        status: state === 'unknown' ? 'pending' : state,
        category: templateCategoryOf(category) ?? template.category,
        body: withNumbers(template.body),
        reason: null,
      };
    },
    async remove(connection, name) {
      if (!(await listTemplates(http, connection)).some((template) => template.name === name)) return;
      await call(http, connection, { method: 'DELETE', path: at(connection, name) });
    },
  };
}

/** Names without places of their own cannot be told by number, so every place becomes one; examples are whole texts. */
function renderDefinition(template: TemplateDefinition): Record<string, string> {
  const { name, language, category, header, body, footer, samples, buttons } = template;
  return {
    elementName: name,
    languageCode: language,
    category: category.toUpperCase(),
    templateType: 'TEXT',
    vertical: name.replaceAll('_', ' ').slice(0, 180),
    content: withNumbers(body),
    example: filled(body, samples),
    ...(header !== undefined && { header: withNumbers(header), exampleHeader: filled(header, samples) }),
    ...(footer !== undefined && { footer }),
    ...(buttons.length > 0 && { buttons: JSON.stringify(buttons.map(renderButton)) }),
    enableSample: 'true',
    allowTemplateCategoryChange: 'false',
  };
}

const filled = (text: string, samples: TemplateDefinition['samples']): string =>
  placesIn(text).reduce((rest, place) => rest.replaceAll(`{{${place}}}`, samples[place] ?? place), text);

function renderButton(button: TemplateDefinition['buttons'][number]): Record<string, unknown> {
  switch (button.type) {
    case 'quick-reply':
      return { type: 'QUICK_REPLY', text: button.title };
    case 'url':
      return {
        type: 'URL',
        text: button.title,
        url: button.url,
        ...(button.sample === undefined ? {} : { example: [button.sample] }),
      };
    case 'copy-code':
      return { type: 'OTP', otp_type: 'COPY_CODE', text: button.title };
  }
}
