import { z } from 'zod';
import { webAddress } from './field-schema';

// The shape of a template message; what a given template wants is checked in render-template.ts. Reference §1.12.

const mediaParameter = z.strictObject({
  id: z.string().optional(),
  link: webAddress.optional(),
  filename: z.string().optional(),
});
const textParameter = z.strictObject({
  type: z.literal('text'),
  text: z.string(),
  parameter_name: z.string().optional(),
});
const bodyParameter = z.discriminatedUnion('type', [
  textParameter,
  z.strictObject({
    type: z.literal('currency'),
    currency: z.strictObject({
      fallback_value: z.string(),
      code: z.string().length(3),
      amount_1000: z.number().int(),
    }),
  }),
  z.strictObject({ type: z.literal('date_time'), date_time: z.strictObject({ fallback_value: z.string() }) }),
]);
const headerParameter = z.discriminatedUnion('type', [
  textParameter,
  z.strictObject({ type: z.literal('image'), image: mediaParameter }),
  z.strictObject({ type: z.literal('video'), video: mediaParameter }),
  z.strictObject({ type: z.literal('document'), document: mediaParameter }),
]);
const buttonIndex = z.union([z.string().regex(/^\d$/), z.number().int().min(0).max(9)]).transform(Number);

const component = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), parameters: z.array(headerParameter) }),
  z.strictObject({ type: z.literal('body'), parameters: z.array(bodyParameter) }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.enum(['quick_reply', 'url']),
    index: buttonIndex,
    parameters: z
      .array(
        z.discriminatedUnion('type', [
          z.strictObject({ type: z.literal('payload'), payload: z.string().min(1).max(256) }),
          z.strictObject({ type: z.literal('text'), text: z.string() }),
        ]),
      )
      .length(1, { error: 'must have one parameter' }),
  }),
]);

export const templateSchema = z.strictObject({
  name: z
    .string()
    .max(512)
    .regex(/^[a-z0-9_]+$/, { error: 'may hold only a-z, 0-9 and _' }),
  language: z.strictObject({ code: z.string().min(2), policy: z.literal('deterministic').optional() }),
  components: z.array(component).optional(),
});

export type TemplatePayload = z.infer<typeof templateSchema>;
