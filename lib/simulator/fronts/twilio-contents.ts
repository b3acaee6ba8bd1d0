import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApprovedTemplate } from '../templates';
import { bodyFault } from './submitted-template';

/** A content as this account keeps it. `places`: what each numbered variable fills, in the template's own words. */
export type TwilioContent = {
  sid: string;
  friendlyName: string;
  language: string;
  variables: Record<string, string>;
  types: Record<string, unknown>;
  createdAt: string;
  template: ApprovedTemplate;
  places: string[];
  approval: { name: string; category: string } | null;
};

export class ContentFault extends Error {}

const hex = (text: string): string => createHash('md5').update(text).digest('hex');
export const contentSid = (name: string): string => `HX${hex(name)}`;

const placesIn = (text = ''): string[] => [
  ...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)),
];

const buttonPlaces = ({ buttons = [] }: ApprovedTemplate): string[] =>
  buttons.flatMap((button, index) =>
    button.kind === 'quick-reply' || placesIn(button.url).length > 0 ? [`button.${String(index)}`] : [],
  );

/** What the account had before anybody submitted anything: as if it had been made here with these words. */
export const contentOf = (template: ApprovedTemplate, createdAt: string): TwilioContent => {
  const places = [...placesIn(template.body), ...buttonPlaces(template)];
  const { name, language, category } = template;
  return {
    sid: contentSid(`${name} ${language}`),
    friendlyName: `${name}(${places.join(',')})`,
    language,
    variables: Object.fromEntries(places.map((place, at) => [String(at + 1), place])),
    types: { 'twilio/text': { body: template.body } },
    createdAt,
    template,
    places,
    approval: { name, category },
  };
};

const id = z.string().regex(/^\{\{\d+\}\}$|^[\w:.-]{1,200}$/);
const quickReply = z.strictObject({ title: z.string().min(1).max(25), id });
const body = z.string().min(1).max(1024);
const cardAction = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('URL'),
    title: z.string().min(1).max(25),
    url: z.string().min(8).max(2000),
  }),
  z.strictObject({ type: z.literal('QUICK_REPLY'), title: z.string().min(1).max(25), id }),
]);
const typesSchema = z.union([
  z.strictObject({ 'twilio/text': z.strictObject({ body }) }),
  z.strictObject({
    'twilio/quick-reply': z.strictObject({ body, actions: z.array(quickReply).min(1).max(10) }),
  }),
  z.strictObject({
    'twilio/call-to-action': z.strictObject({ body, actions: z.array(cardAction).min(1).max(2) }),
  }),
  z.strictObject({
    'whatsapp/card': z.strictObject({
      body,
      header_text: z.string().min(1).max(60).optional(),
      footer: z.string().min(1).max(60).optional(),
      actions: z.array(cardAction).min(1).max(10).optional(),
    }),
  }),
]);
const createSchema = z.strictObject({
  friendly_name: z.string().min(1).max(450),
  language: z.string().min(2),
  variables: z.record(z.string().regex(/^\d+$/), z.string().min(1)).optional(),
  types: typesSchema,
});

type Parts = {
  body: string;
  header_text?: string | undefined;
  footer?: string | undefined;
  actions?: readonly ({ title: string; id: string } | { title: string; url: string })[] | undefined;
};

/** A new content out of the body that makes one. Throws ContentFault. Source: reference §9.2. */
export const createdContent = (given: unknown, number: number, createdAt: string): TwilioContent => {
  const parsed = createSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ContentFault(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`);
  }
  const { friendly_name: friendlyName, language, variables = {}, types } = parsed.data;
  const parts: Parts | undefined = Object.values(types)[0];
  if (!parts) throw new ContentFault('types: one is required');
  const fault = bodyFault(parts.body, true);
  if (fault !== null) throw new ContentFault(fault);
  const used = [
    ...new Set([...JSON.stringify(types).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name)),
  ];
  if (used.some((name) => variables[name] === undefined)) throw new ContentFault('A variable has no sample.');
  const actions = parts.actions ?? [];
  const inBody = new Set(placesIn(parts.body));
  const places = Object.keys(variables)
    .sort((a, b) => Number(a) - Number(b))
    .map((variable) => {
      const button = actions.findIndex((action) => JSON.stringify(action).includes(`{{${variable}}}`));
      if (inBody.has(variable)) return variable;
      return button >= 0 ? `button.${String(button)}` : 'header';
    });
  return {
    sid: contentSid(`new ${String(number)}`),
    friendlyName,
    language,
    variables,
    types,
    createdAt,
    places,
    approval: null,
    template: {
      name: friendlyName,
      language,
      category: 'UTILITY',
      body: parts.body,
      ...(parts.header_text !== undefined && { header: parts.header_text.replace(/\{\{\d+\}\}/, '{{1}}') }),
      ...(parts.footer !== undefined && { footer: parts.footer }),
      ...(actions.length > 0 && {
        buttons: actions.map((action) =>
          'url' in action
            ? { kind: 'url' as const, title: action.title, url: action.url.replace(/\{\{\d+\}\}/, '{{1}}') }
            : { kind: 'quick-reply' as const, title: action.title },
        ),
      }),
    },
  };
};

/** One row of the listing with approvals. What was submitted is approved by the time somebody looks. */
export const contentListing = (content: TwilioContent): object => ({
  sid: content.sid,
  friendly_name: content.friendlyName,
  language: content.language,
  variables: content.variables,
  types: content.types,
  date_created: content.createdAt,
  approval_requests: content.approval && {
    name: content.approval.name,
    category: content.approval.category,
    status: 'approved',
    rejection_reason: '',
  },
});

/** Meta's template message for a content and its variables. Throws ContentFault. */
export const templateOf = (content: TwilioContent, variables: Readonly<Record<string, string>>): object => {
  const { template, places } = content;
  if (!content.approval) throw new ContentFault('The content is not approved.');
  const strange = Object.keys(variables).find((name) => !(name in content.variables));
  if (strange !== undefined) throw new ContentFault(`There is no variable ${strange}.`);
  const filled = new Map<string, string>();
  for (const [at, place] of places.entries()) {
    const number = String(at + 1);
    filled.set(place, variables[number] ?? content.variables[number] ?? '');
  }
  const text = (place: string): object => {
    const named = /^\d+$/.test(place) ? {} : { parameter_name: place };
    return { type: 'text', ...named, text: filled.get(place) ?? '' };
  };
  const inBody = placesIn(template.body);
  const buttons = places.flatMap((place) => {
    const [, index] = /^button\.(\d+)$/.exec(place) ?? [];
    if (index === undefined) return [];
    const value = filled.get(place) ?? '';
    const isUrl = template.buttons?.[Number(index)]?.kind === 'url';
    return {
      type: 'button',
      sub_type: isUrl ? 'url' : 'quick_reply',
      index,
      parameters: [isUrl ? { type: 'text', text: value } : { type: 'payload', payload: value }],
    };
  });
  const components = [
    ...(filled.has('header')
      ? [{ type: 'header', parameters: [{ type: 'text', text: filled.get('header') }] }]
      : []),
    ...(inBody.length > 0 ? [{ type: 'body', parameters: inBody.map(text) }] : []),
    ...buttons,
  ];
  return {
    name: template.name,
    language: { code: template.language },
    ...(components.length > 0 && { components }),
  };
};
