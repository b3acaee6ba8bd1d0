import { z } from 'zod';
import { allDifferent, filled, webAddress } from '../field-schema';

// What Gupshup takes in `message`, put into Meta's body, by which WhatsApp itself would judge it. Source: reference §10.2.

const option = z.strictObject({ type: z.literal('text'), title: filled(20), postbackText: filled(200) });
const row = z.strictObject({
  type: z.literal('text'),
  title: filled(24),
  description: filled(72).optional(),
  postbackText: filled(200),
});

export const messageSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: filled(4096), previewUrl: z.boolean().optional() }),
  z.strictObject({
    type: z.literal('quick_reply'),
    msgid: z.string().optional(),
    content: z.strictObject({
      type: z.literal('text'),
      header: filled(60).optional(),
      text: filled(1024),
      caption: filled(60).optional(),
    }),
    options: z.array(option).min(1).max(3),
  }),
  z.strictObject({
    type: z.literal('list'),
    title: filled(60).optional(),
    body: filled(1024),
    footer: filled(60).optional(),
    msgid: z.string().optional(),
    globalButtons: z.array(z.strictObject({ type: z.literal('text'), title: filled(20) })).length(1),
    items: z
      .array(
        z.strictObject({
          title: filled(24),
          subtitle: z.string().optional(),
          options: z.array(row).min(1),
        }),
      )
      .min(1)
      .max(10)
      .refine((items) => items.flatMap(({ options }) => options).length <= 10, { error: 'over 10 options' })
      .refine(
        (items) => allDifferent(items.flatMap(({ options }) => options.map((one) => one.postbackText))),
        {
          error: 'postbackText must be unique',
        },
      ),
  }),
  z.strictObject({
    type: z.literal('location'),
    longitude: z.number(),
    latitude: z.number(),
    name: z.string(),
    address: z.string(),
  }),
  z.strictObject({
    type: z.literal('image'),
    originalUrl: webAddress,
    previewUrl: webAddress,
    caption: filled(1024).optional(),
  }),
  z.strictObject({
    type: z.literal('file'),
    url: webAddress,
    filename: z.string().min(1),
    caption: filled(1024).optional(),
  }),
]);

type Message = z.infer<typeof messageSchema>;

/** The content as Meta's body has it. */
export const asMeta = (message: Message): object => {
  switch (message.type) {
    case 'text':
      return { type: 'text', text: { body: message.text } };
    case 'quick_reply': {
      const { header, text, caption } = message.content;
      const buttons = message.options.map(({ postbackText: id, title }) => ({
        type: 'reply',
        reply: { id, title },
      }));
      return interactive({ type: 'button', ...framed(header, text, caption), action: { buttons } });
    }
    case 'list': {
      const sections = message.items.map(({ title, options }) => ({
        title,
        rows: options.map(({ postbackText: id, title: words, description }) => ({
          id,
          title: words,
          ...(description === undefined ? {} : { description }),
        })),
      }));
      const action = { button: message.globalButtons[0]?.title, sections };
      return interactive({ type: 'list', ...framed(message.title, message.body, message.footer), action });
    }
    case 'location': {
      const { type, ...location } = message;
      return { type, location };
    }
    case 'image': {
      const { originalUrl: link, caption } = message;
      return { type: 'image', image: { link, ...(caption === undefined ? {} : { caption }) } };
    }
    case 'file': {
      const { url: link, filename, caption } = message;
      const document = { link, filename, ...(caption === undefined ? {} : { caption }) };
      return { type: 'document', document };
    }
  }
};

const interactive = (content: object): object => ({ type: 'interactive', interactive: content });

const framed = (header: string | undefined, text: string, footer: string | undefined): object => ({
  ...(header === undefined ? {} : { header: { type: 'text', text: header } }),
  body: { text },
  ...(footer === undefined ? {} : { footer: { text: footer } }),
});
