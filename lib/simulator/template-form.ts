import { z } from 'zod';
import { codeBody, codeButton } from './approved-template';
import { characters } from './field-schema';
import { GraphError } from './graph-error';
import type { ApprovedTemplate } from './templates';

// What POST /{WABA}/message_templates takes, and every reason why it is refused. Source: reference §4.4, §6.2, §6.3, §6.5.

const named = z.array(z.strictObject({ param_name: z.string(), example: z.string() }));
const button = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('QUICK_REPLY'), text: z.string() }),
  z.strictObject({
    type: z.literal('URL'),
    text: z.string(),
    url: z.string(),
    example: z.array(z.string()).optional(),
  }),
  z.strictObject({ type: z.literal('OTP'), otp_type: z.literal('COPY_CODE'), text: z.string().optional() }),
]);
const component = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('HEADER'),
    format: z.literal('TEXT'),
    text: z.string(),
    example: z
      .strictObject({
        header_text_named_params: named.optional(),
        header_text: z.array(z.string()).optional(),
      })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('BODY'),
    text: z.string().optional(),
    add_security_recommendation: z.boolean().optional(),
    example: z
      .strictObject({
        body_text_named_params: named.optional(),
        body_text: z.array(z.array(z.string())).optional(),
      })
      .optional(),
  }),
  z.strictObject({
    type: z.literal('FOOTER'),
    text: z.string().optional(),
    code_expiration_minutes: z.number().int().min(1).max(90).optional(),
  }),
  z.strictObject({ type: z.literal('BUTTONS'), buttons: z.array(button).min(1) }),
]);

export const editSchema = z.strictObject({
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']).optional(),
  components: z.array(component).min(1),
});
export const createSchema = z.strictObject({
  name: z.string(),
  language: z.string(),
  category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
  parameter_format: z
    .string()
    .transform((text) => text.toLowerCase())
    .pipe(z.enum(['named', 'positional']))
    .optional(),
  components: z.array(component).min(1),
});
type Component = z.infer<typeof component>;
type Head = { name: string; language: string; category: ApprovedTemplate['category']; named: boolean };

/** Parses a body or refuses it as Meta does a wrong field. */
export function readForm<T>(schema: z.ZodType<T>, raw: string): T {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new GraphError(100, 'The body is not valid JSON.');
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new GraphError(100, `Param ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
}

const refuse = (details: string, subcode?: number): never => {
  throw new GraphError(100, details, subcode);
};

const placesOf = (text: string): string[] =>
  [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => match[1] ?? '');

/** The template that a checked form makes. Throws GraphError 100 with the subcode of reference §4.4. */
export function templateOf(head: Head, components: readonly Component[]): ApprovedTemplate {
  const of = <T extends Component['type']>(type: T) => {
    const found = components.filter((one): one is Extract<Component, { type: T }> => one.type === type);
    if (found.length > 1) refuse(`There are several components of type ${type}.`);
    return found[0];
  };
  if (!/^[a-z0-9_]{1,512}$/.test(head.name)) refuse('The name may hold only a-z, 0-9 and _.', 2388040);
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(head.language)) refuse(`Language ${head.language} is not supported.`);
  const [body, header, footer, buttons] = [of('BODY'), of('HEADER'), of('FOOTER'), of('BUTTONS')];
  if (!body) return refuse('A body is needed.');
  if (head.category === 'AUTHENTICATION') return codeOf(head, body, header, buttons);
  const text = body.text ?? refuse('The body has no text.', 2388072);
  checkText('body', text, 1024, 2388072);
  checkPlaces(head, text);
  const examples = head.named
    ? body.example?.body_text_named_params?.map(({ param_name: name }) => name)
    : body.example?.body_text?.[0]?.map((_, index) => String(index + 1));
  checkExamples('body', text, examples);
  if (header) {
    checkText('header', header.text, 60, 2388047);
    if (placesOf(header.text).length > 1 || /[*_~`\n]/.test(header.text.replace(/\{\{.*?\}\}/g, '')))
      refuse('The header may have one variable and no formatting.', 2388047);
    checkExamples(
      'header',
      header.text,
      head.named
        ? header.example?.header_text_named_params?.map(({ param_name: name }) => name)
        : header.example?.header_text?.map((_, index) => String(index + 1)),
    );
  }
  if (footer) {
    checkText('footer', footer.text ?? '', 60, 2388073);
    if (placesOf(footer.text ?? '').length > 0) refuse('The footer may have no variables.', 2388073);
  }
  return {
    name: head.name,
    language: head.language,
    category: head.category,
    ...(header && { header: header.text }),
    body: text,
    ...(footer?.text !== undefined && { footer: footer.text }),
    ...(buttons && { buttons: buttonsOf(buttons.buttons) }),
  };
}

type Of<T extends Component['type']> = Extract<Component, { type: T }>;

function codeOf(
  head: Head,
  body: Of<'BODY'>,
  header: Of<'HEADER'> | undefined,
  buttons: Of<'BUTTONS'> | undefined,
): ApprovedTemplate {
  const [button] = buttons?.buttons ?? [];
  if (body.text !== undefined) refuse('The body of an authentication template is fixed.', 2388072);
  if (header || buttons?.buttons.length !== 1 || button?.type !== 'OTP')
    return refuse('An authentication template has one OTP button and no header.');
  const title = button.text ?? 'Copy code';
  return { ...head, body: codeBody(head.language), buttons: [codeButton(title)] };
}

function checkText(where: string, text: string, max: number, subcode: number): void {
  if (text.trim() === '') refuse(`The ${where} is empty.`, subcode);
  if (characters(text) > max) refuse(`The ${where} has more than ${String(max)} characters.`, 2388040);
}

function checkPlaces({ named: isNamed }: Head, text: string): void {
  const places = placesOf(text);
  if (/^\{\{|\}\}[\s.,!?:;]*$/.test(text.trim()))
    refuse("Variables can't be at the start or end of the template.", 2388299);
  if (/\}\}\s*\{\{/.test(text)) refuse('Two variables stand side by side.', 2388072);
  const wanted = isNamed ? /^[a-z][a-z0-9_]*$/ : /^\d+$/;
  if (places.some((place) => !wanted.test(place)) || /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, '')))
    refuse('A variable is not named as it should be.', 2388072);
  const words = text.replace(/\{\{[^{}]*\}\}/g, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)?.length ?? 0;
  if (places.length > 0 && words < 2 * places.length + 1)
    refuse('This template has too many variables for its length.', 2388293);
}

function checkExamples(where: string, text: string, examples: readonly string[] | undefined): void {
  const missing = placesOf(text).filter((place) => !examples?.includes(place));
  if (missing.length > 0) refuse(`The ${where} has no example of ${missing.join(', ')}.`, 2388043);
}

function buttonsOf(buttons: Of<'BUTTONS'>['buttons']): NonNullable<ApprovedTemplate['buttons']> {
  if (buttons.length > 10) refuse('More than 10 buttons.');
  if (buttons.filter(({ type }) => type === 'URL').length > 2) refuse('More than 2 URL buttons.');
  const kinds = buttons.map(({ type }) => type === 'QUICK_REPLY');
  if (kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length > 1)
    refuse('Quick replies must stand together.');
  const titles = buttons.map(({ text }) => text ?? '');
  if (new Set(titles).size < titles.length) refuse('Two buttons have the same text.');
  if (titles.some((title) => title.trim() === '' || characters(title) > 25 || title.includes('{{')))
    refuse('A button has no text, variables in it, or more than 25 characters.', 2388040);
  return buttons.map((one) => {
    if (one.type === 'OTP') return refuse('An OTP button is for authentication templates only.');
    if (one.type === 'QUICK_REPLY') return { kind: 'quick-reply', title: one.text };
    const places = placesOf(one.url);
    if (!/^https?:\/\//.test(one.url) || one.url.length > 2000) refuse('The URL of a button is not valid.');
    if (places.length > 1 || (places.length === 1 && !one.url.endsWith('{{1}}')))
      refuse('A URL takes one variable, at its end.');
    if (places.length === 1 && !one.example?.[0]) refuse('The URL has no example.', 2388043);
    return { kind: 'url', title: one.text, url: one.url };
  });
}
