import type { InteractivePayload } from './interactive-schema';
import type { SendPayload } from './send-schema';
import type { ChatContent, MediaKind } from './types';

type Shown =
  | Exclude<SendPayload, { type?: 'template' | 'reaction' | undefined }>
  | Extract<SendPayload, { text: unknown }>;

type Head = { header?: string; footer?: string };

type Order = Extract<InteractivePayload, { type: 'order_details' }>;

const headAndFoot = (
  message: Exclude<InteractivePayload, Order | { type: 'location_request_message' | 'order_status' }>,
): Head => ({
  ...(message.header?.type === 'text' ? { header: message.header.text } : {}),
  ...(message.footer ? { footer: message.footer.text } : {}),
});

const order = ({ body, footer, action }: Order): ChatContent => {
  const {
    reference_id: reference,
    total_amount: total,
    payment_settings: settings,
    order: made,
  } = action.parameters;
  const gateway = settings[0]?.payment_gateway;
  return {
    kind: 'order',
    body: body.text,
    ...(footer ? { footer: footer.text } : {}),
    amountPaise: total.value,
    reference,
    configuration: gateway?.configuration_name ?? '',
    notes: (gateway?.type === 'razorpay' ? gateway.razorpay?.notes : gateway?.payu) ?? {},
    expiresAt: new Date(Number(made.expiration?.timestamp ?? '9999999999') * 1000).toISOString(),
    paid: false,
  };
};

const interactive = (message: InteractivePayload): ChatContent => {
  if (message.type === 'location_request_message')
    return { kind: 'location-request', body: message.body.text };
  if (message.type === 'order_details') return order(message);
  if (message.type === 'order_status') {
    const { reference_id: reference, order: ended } = message.action.parameters;
    const { body, footer } = message;
    const said = { body: body.text, ...(footer ? { footer: footer.text } : {}) };
    return { kind: 'order-status', ...said, reference, status: ended.status };
  }
  const frame = { body: message.body.text, ...headAndFoot(message) };
  if (message.type === 'button') {
    return { kind: 'buttons', ...frame, buttons: message.action.buttons.map((button) => button.reply) };
  }
  if (message.type === 'cta_url') {
    const { display_text: label, url } = message.action.parameters;
    return { kind: 'link', ...frame, label, url };
  }
  const sections = message.action.sections.map((section) => ({
    ...(section.title === undefined ? {} : { title: section.title }),
    rows: section.rows.map((row) => ({
      id: row.id,
      title: row.title,
      ...(row.description === undefined ? {} : { description: row.description }),
    })),
  }));
  return { kind: 'list', ...frame, opener: message.action.button, sections };
};

type File = {
  id?: string | undefined;
  link?: string | undefined;
  caption?: string | undefined;
  filename?: string | undefined;
};

const media = (kind: MediaKind, file: File): ChatContent => ({
  kind: 'media',
  media: kind,
  ...(file.id === undefined ? {} : { mediaId: file.id }),
  ...(file.link === undefined ? {} : { link: file.link }),
  ...(file.caption === undefined ? {} : { caption: file.caption }),
  ...(file.filename === undefined ? {} : { filename: file.filename }),
});

/** What the phone shows for a checked payload; templates and reactions are dealt with by their own files. */
export const toChatContent = (payload: Shown): ChatContent => {
  if ('text' in payload) return { kind: 'text', body: payload.text.body };
  switch (payload.type) {
    case 'interactive':
      return interactive(payload.interactive);
    case 'location': {
      const { latitude, longitude, name, address } = payload.location;
      return {
        kind: 'location',
        latitude,
        longitude,
        ...(name === undefined ? {} : { name }),
        ...(address === undefined ? {} : { address }),
      };
    }
    case 'image':
      return media('image', payload.image);
    case 'video':
      return media('video', payload.video);
    case 'document':
      return media('document', payload.document);
    case 'audio':
      return media(payload.audio.voice ? 'voice' : 'audio', payload.audio);
    case 'sticker':
      return media('sticker', payload.sticker);
    case 'contacts':
      return {
        kind: 'contacts',
        cards: payload.contacts.map((card) => {
          const phone = card.phones?.[0]?.phone;
          return { name: card.name.formatted_name, ...(phone === undefined ? {} : { phone }) };
        }),
      };
  }
};
