import { z } from 'zod';
import type { ProviderTemplate } from '../../messaging/template-definition';
import {
  templateCategoryOf,
  templateLanguageOf,
  templateReasonOf,
  templateStatusOf,
} from './template-status';

const maybeText = z.string().optional().catch(undefined);
const templateSchema = z.looseObject({
  id: z
    .union([z.string(), z.number().transform(String)])
    .optional()
    .catch(undefined),
  name: z.string(),
  language: z.string(),
  status: maybeText,
  category: maybeText,
  rejected_reason: maybeText,
  components: z
    .array(z.looseObject({ type: maybeText, text: maybeText }))
    .optional()
    .catch(undefined),
});

/** One template as it is listed; null for what names none. Small letters and capitals are the same. */
export function readTemplate(listed: unknown): ProviderTemplate | null {
  const { data } = templateSchema.safeParse(listed);
  if (!data) return null;
  const { name, language, status, category, rejected_reason: reason, components } = data;
  return {
    externalId: data.id ?? `${name}:${language}`,
    name,
    language: templateLanguageOf(language),
    status: templateStatusOf(status),
    category: templateCategoryOf(category),
    body: components?.find(({ type }) => type?.toUpperCase() === 'BODY')?.text ?? null,
    reason: templateReasonOf(reason),
  };
}
