import { limits, textLength } from './limits';
import { shorten } from './shorten';
import type { TemplateDefinition } from './template-definition';
import { fillTemplate } from './check-template';
import { placesOf } from './template-set/template-set';

/** A value is not cut shorter than this: a time or a name would say nothing any more. */
const leastLength = 20;

/**
 * A value as a template takes it: one line, no tab, no run of more than four spaces; null for one that says nothing.
 * Source: Meta, template parameters (errors 132012 and 131008).
 */
export function cleanParameter(value: string): string | null {
  const clean = value
    .normalize('NFC')
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, ', ')
    .replace(/[\t\f\v]/g, ' ')
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[  ]{2,}/g, ' ')
    .trim();
  return clean === '' ? null : clean;
}

/**
 * What goes into the places of a template, cleaned, and the longest of it shortened until the filled body may be sent
 * (132005). Null where a place would stay empty: such a message would be refused.
 */
export function fitParameters(
  { body }: Pick<TemplateDefinition, 'body'>,
  values: Readonly<Record<string, string | undefined>>,
): Record<string, string> | null {
  const filled: Record<string, string> = {};
  for (const place of placesOf(body)) {
    const clean = cleanParameter(values[place] ?? '');
    if (clean === null) return null;
    filled[place] = clean;
  }
  for (;;) {
    const over = textLength(fillTemplate(body, filled)) - limits.templateBody;
    if (over <= 0) return filled;
    const [longest] = Object.entries(filled).sort(([, a], [, b]) => textLength(b) - textLength(a));
    if (!longest || textLength(longest[1]) <= leastLength) return null;
    const [place, value] = longest;
    filled[place] = shorten(value, Math.max(leastLength, textLength(value) - over));
  }
}
