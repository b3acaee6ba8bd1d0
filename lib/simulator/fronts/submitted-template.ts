import { z } from 'zod';
import type { ApprovedTemplate } from '../templates';

// A template as somebody submits it for approval, in Meta's components; the rules of reference §6.2, 6.3 and 6.5.

const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: z.string().min(1).max(25) }),
  z.strictObject({
    type: z.literal('URL'),
    text: z.string().min(1).max(25),
    url: z.string().max(2000),
    example: z.array(z.string()).length(1).optional(),
  }),
]);
const example = z.record(z.string(), z.unknown()).optional();
const component = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('HEADER'),
    format: z.literal('TEXT'),
    text: z.string().min(1).max(60),
    example,
  }),
  z.strictObject({ type: z.literal('BODY'), text: z.string().min(1).max(1024), example }),
  z.strictObject({ type: z.literal('FOOTER'), text: z.string().min(1).max(60) }),
  z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(button).min(1).max(10) }),
]);

export const submittedSchema = z.strictObject({
  name: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/),
  language: z.string().min(2),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
  parameter_format: z.enum(['named', 'positional', 'NAMED', 'POSITIONAL']).optional(),
  components: z.array(component).min(1),
});

const place = /\{\{\w+\}\}/;

/** What is wrong with a body; null where nothing is. */
export const bodyFault = (text: string, hasExample: boolean): string | null => {
  if (/^\s*\{\{\w+\}\}|\{\{\w+\}\}\s*$/.test(text))
    return 'Variables can not be at the start or end of the body.';
  if (/\}\}\s*\{\{/.test(text)) return 'Two variables stand side by side.';
  return place.test(text) && !hasExample ? 'Variables need examples.' : null;
};

/** The template that approval makes of it, or what is wrong with it. */
export const approvedOf = (body: unknown): { template: ApprovedTemplate } | { fault: string } => {
  const parsed = submittedSchema.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}` };
  }
  const { name, language, category, components } = parsed.data;
  const part = <T extends (typeof components)[number]['type']>(type: T) =>
    // Found by the very type it is taken for.
    components.find((each) => each.type === type) as
      Extract<(typeof components)[number], { type: T }> | undefined;
  const text = part('BODY');
  if (!text) return { fault: 'components: a BODY is required' };
  const fault = bodyFault(text.text, text.example !== undefined);
  if (fault !== null) return { fault };
  const [header, footer, buttons] = [part('HEADER'), part('FOOTER'), part('BUTTONS')];
  return {
    template: {
      name,
      language,
      category,
      body: text.text,
      ...(header && { header: header.text }),
      ...(footer && { footer: footer.text }),
      ...(buttons && {
        buttons: buttons.buttons.map((each) =>
          each.type === 'URL'
            ? { kind: 'url' as const, title: each.text, url: each.url }
            : { kind: 'quick-reply' as const, title: each.text },
        ),
      }),
    },
  };
};
