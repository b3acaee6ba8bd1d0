import { z } from 'zod';
import type { TemplateUpdate } from '../../messaging/types';
import {
  templateCategoryOf,
  templateLanguageOf,
  templateReasonOf,
  templateStatusOf,
} from './template-status';
import { withoutUndefined } from './without-undefined';

const text = z.string().max(1000).optional().catch(undefined);

const templateSchema = z.looseObject({
  message_template_name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  message_template_language: z.string().regex(/^[a-z]{2,3}([-_][A-Za-z]{2})?$/),
  event: text,
  reason: z.string().max(1000).nullish().catch(undefined),
  message_template_category: text,
  new_category: text,
  new_quality_score: text,
  other_info: z.looseObject({ title: text, description: text }).optional().catch(undefined),
  rejection_info: z.looseObject({ reason: text, recommendation: text }).optional().catch(undefined),
});

const detailMax = 500;

/**
 * A change of the account as the neutral update, where it is of one template; null for every other. Told apart by its keys:
 * Meta's own example of a quality update carries the name of a status update.
 * Source: Meta, webhooks of the account (reference 2.7).
 */
export function readTemplateNews(value: unknown): TemplateUpdate | null {
  const { data } = templateSchema.safeParse(value);
  return data ? readTemplate(data) : null;
}

function readTemplate(news: z.infer<typeof templateSchema>): TemplateUpdate {
  const { event, new_category: category } = news;
  return {
    type: 'template',
    name: news.message_template_name,
    language: templateLanguageOf(news.message_template_language),
    ...withoutUndefined({
      status: event === undefined ? undefined : templateStatusOf(event),
      category: templateCategoryOf(category ?? news.message_template_category) ?? undefined,
      reason: reasonOf(news) ?? undefined,
      quality: news.new_quality_score,
    }),
  };
}

/** The fullest of what Meta says; its one-word reason first, since people search for it. */
function reasonOf({ reason, rejection_info, other_info }: z.infer<typeof templateSchema>): string | null {
  const said = [
    templateReasonOf(reason),
    rejection_info?.reason,
    rejection_info?.recommendation,
    other_info?.title,
    other_info?.description,
  ].filter((one): one is string => typeof one === 'string' && one !== '');
  return said.length === 0
    ? null
    : [...new Set(said)]
        .join(': ')
        .slice(0, detailMax)
        .replace(/\p{Surrogate}$/u, '');
}
