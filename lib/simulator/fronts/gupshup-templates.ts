import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApprovedTemplate } from '../templates';
import { jsonAnswer } from './json-answer';
import { bodyFault } from './submitted-template';
import type { FrontAnswer, FrontCall, FrontCore } from './types';

// Gupshup's keeping of templates: places have numbers only. Source: reference §10.5.

/** As a UUID, always the same for a name and language. */
export const templateIdOf = ({ name, language }: { name: string; language: string }): string =>
  createHash('sha1')
    .update(`${name}:${language}`)
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: z.string().min(1).max(25) }),
  z.strictObject({
    type: z.literal('URL'),
    text: z.string().min(1).max(25),
    url: z.string().max(2000),
    example: z.array(z.string()).length(1).optional(),
  }),
]);

const formSchema = z.strictObject({
  elementName: z.string().regex(/^[a-z0-9_]{1,180}$/),
  languageCode: z.string().min(2),
  content: z.string().min(1).max(1024),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
  templateType: z.literal('TEXT'),
  vertical: z.string().min(1).max(180),
  example: z.string().min(1),
  header: z.string().min(1).max(60).optional(),
  exampleHeader: z.string().min(1).optional(),
  footer: z.string().min(1).max(60).optional(),
  buttons: z.string().optional(),
  enableSample: z.enum(['true', 'false']).optional(),
  allowTemplateCategoryChange: z.enum(['true', 'false']).optional(),
});

const fault = (message: string, status = 400): FrontAnswer =>
  jsonAnswer(status, { status: 'error', message });

const listing = (template: ApprovedTemplate, appId: string): object => ({
  id: templateIdOf(template),
  appId,
  elementName: template.name,
  languageCode: template.language,
  category: template.category,
  data: template.body,
  status: 'APPROVED',
  templateType: 'TEXT',
});

export const answerTemplates = (
  core: FrontCore,
  { method, path, body }: FrontCall,
  appId: string,
): FrontAnswer => {
  const name = path[4];
  if (method === 'GET' && name === undefined)
    return jsonAnswer(200, {
      status: 'success',
      templates: core.templates.list().map((each) => listing(each, appId)),
    });
  if (method === 'DELETE' && name !== undefined) {
    if (!core.templates.remove(name)) return fault('Template Does not exists.', 404);
    return jsonAnswer(200, { status: 'success' });
  }
  if (method !== 'POST' || name !== undefined) return fault('Method not allowed', 405);
  return submit(core, body, appId);
};

const submit = (core: FrontCore, body: string, appId: string): FrontAnswer => {
  const parsed = formSchema.safeParse(Object.fromEntries(new URLSearchParams(body)));
  if (!parsed.success)
    return fault(`${parsed.error.issues[0]?.path.join('.') ?? ''}: ${parsed.error.issues[0]?.message ?? ''}`);
  const { elementName, languageCode, content, category, header, footer, example } = parsed.data;
  if (/\{\{(?!\d+\}\})/.test(`${content}${header ?? ''}`)) return fault('Placeholders must be numbers');
  const wrong = bodyFault(content, example !== content);
  if (wrong !== null) return fault(wrong);
  if (core.templates.list().some((each) => each.name === elementName && each.language === languageCode))
    return fault(`Template Already exists with same namespace and elementName and languageCode`);
  const buttons = z.array(button).safeParse(JSON.parse(parsed.data.buttons ?? '[]'));
  if (!buttons.success) return fault('Invalid buttons');
  const template: ApprovedTemplate = {
    name: elementName,
    language: languageCode,
    category,
    body: content,
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
    ...(buttons.data.length === 0
      ? {}
      : {
          buttons: buttons.data.map((each) =>
            each.type === 'URL'
              ? { kind: 'url' as const, title: each.text, url: each.url }
              : { kind: 'quick-reply' as const, title: each.text },
          ),
        }),
  };
  core.templates.add(template);
  return jsonAnswer(200, { status: 'success', template: { ...listing(template, appId), status: 'PENDING' } });
};
