import { exhaustive } from '../../kernel/exhaustive';
import { titleOf } from '../graph-error';
import { changeOf, type News } from '../news';
import type { ChatMessage, Customer } from '../types';
import { envelope } from '../webhook-envelope';
import { mimeTypeOf, type StatusReport } from '../webhook-payloads';
import type { FrontCore, FrontPost } from './types';

export type GupshupIds = {
  app: string;
  appId: string;
  /** Gupshup's id of a message of ours, by its wamid. */
  gsIdOf(wamid: string): string | undefined;
};

const post = (body: unknown): FrontPost => ({
  raw: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json', 'User-Agent': 'gupshup' },
});

/** Version 3: Meta's envelope with ids of Gupshup's beside Meta's, and nothing of our mark. Source: reference §10.4. */
export const postsOfVersion3 = (core: FrontCore, ids: GupshupIds, news: readonly News[]): FrontPost[] => {
  const businessPhone = core.number.displayPhone.replace(/\D/g, '');
  const changes = news.map((each) => {
    const change = changeOf(each, businessPhone);
    if (each.kind === 'message' && each.message.replyTo !== undefined) {
      const context = { from: businessPhone, id: each.message.replyTo, ...gsId(ids, each.message.replyTo) };
      return { ...change, messages: [{ ...change.messages?.[0], context }] };
    }
    if (each.kind !== 'status') return change;
    const status = Object.fromEntries(
      Object.entries({ ...change.statuses?.[0] }).filter(([name]) => name !== 'biz_opaque_callback_data'),
    );
    const timestamp = String(Date.parse(each.report.at));
    return { ...change, statuses: [{ ...status, timestamp, ...gsId(ids, each.report.wamid) }] };
  });
  return [post({ ...envelope(core.number, changes), gs_app_id: ids.appId })];
};

const gsId = (ids: GupshupIds, wamid: string): object => {
  const id = ids.gsIdOf(wamid);
  return id === undefined ? {} : { gs_id: id };
};

/** Version 2: one event a body, in Gupshup's own words. Source: reference §10.3. */
export const postsOfVersion2 = (core: FrontCore, ids: GupshupIds, news: readonly News[]): FrontPost[] =>
  news.flatMap((each) => {
    switch (each.kind) {
      case 'message':
        return post(
          version2(ids, 'message', each.message.at, messageOf(core, ids, each.customer, each.message)),
        );
      case 'reaction': {
        const { messageId, emoji } = each.reaction;
        const reaction = { emoji: emoji ?? '', id: messageId, gsId: ids.gsIdOf(messageId) };
        const payload = { id: each.id, ...personOf(each.customer), type: 'reaction', payload: reaction };
        return post(version2(ids, 'message', each.at, payload));
      }
      case 'status':
        return post(version2(ids, 'message-event', each.report.at, eventOf(ids, each.report)));
      case 'payment':
        return [];
      default:
        return exhaustive(each);
    }
  });

const version2 = ({ app }: GupshupIds, type: string, at: string, payload: object): object => ({
  app,
  timestamp: Date.parse(at),
  version: 2,
  type,
  payload,
});

/** A refusal that is told only afterwards: it carries Gupshup's own id. */
export const failedEvent = (ids: GupshupIds, id: string, failure: Failure): FrontPost => {
  const { code, reason, destination, at } = failure;
  const payload = { id, type: 'failed', destination, payload: { code, reason } };
  return post(version2(ids, 'message-event', at, payload));
};

type Failure = { code: number; reason: string; destination: string; at: string };

const personOf = (customer: Customer): object => ({
  ...(customer.waId === null ? {} : { source: customer.waId }),
  sender: {
    ...(customer.waId === null
      ? {}
      : { phone: customer.waId, country_code: '91', dial_code: customer.waId.slice(2) }),
    name: customer.name,
    ...(customer.bsuid === null ? {} : { userId: customer.bsuid }),
  },
});

const messageOf = (core: FrontCore, ids: GupshupIds, customer: Customer, message: ChatMessage): object => ({
  id: message.id,
  ...personOf(customer),
  ...contentOf(core, ids, message),
  ...(message.replyTo === undefined
    ? {}
    : { context: { id: message.replyTo, gsId: ids.gsIdOf(message.replyTo) } }),
});

const contentOf = (core: FrontCore, { appId }: GupshupIds, { content }: ChatMessage): object => {
  switch (content.kind) {
    case 'text':
      return { type: 'text', payload: { text: content.body } };
    case 'button-reply': {
      const { id: postbackText, title } = content;
      return { type: 'button_reply', payload: { title, id: 'm1', reply: `${title} 1`, postbackText } };
    }
    case 'list-reply': {
      const { id: postbackText, title, description } = content;
      const payload = { title: 'Section', id: 'm1', reply: `${title} 1`, postbackText, description };
      return { type: 'list_reply', payload };
    }
    case 'template-reply': {
      const { title: text, payload: postbackText } = content;
      return { type: 'quick_reply', payload: { text, type: 'button', postbackText } };
    }
    case 'location': {
      const { latitude, longitude, name, address } = content;
      return {
        type: 'location',
        payload: { longitude: String(longitude), latitude: String(latitude), name, address },
      };
    }
    case 'media': {
      const kind = content.media === 'voice' ? 'audio' : content.media;
      const payload = {
        url: `${core.url()}/fm/wamedia/${appId}/${content.mediaId ?? ''}`,
        caption: content.caption,
        name: content.filename,
        contentType: mimeTypeOf(content.media),
        urlExpiry: core.now().getTime() + 7 * 24 * 60 * 60 * 1000,
      };
      return { type: kind === 'document' ? 'file' : kind, payload };
    }
    case 'contacts':
      return {
        type: 'contact',
        payload: {
          contacts: content.cards.map(({ name, phone }) => ({
            name: { formatted_name: name },
            phones: phone === undefined ? [] : [{ phone, type: 'CELL' }],
          })),
        },
      };
    case 'unsupported':
      return { type: content.what, payload: {} };
    default:
      throw new Error(`Only the business sends ${content.kind}`);
  }
};

/** Failures carry Gupshup's id; deliveries WhatsApp's, with Gupshup's beside it. */
const eventOf = (ids: GupshupIds, report: StatusReport): object => {
  const { wamid, status, recipient, category, failureCode, at } = report;
  const own = ids.gsIdOf(wamid);
  const common = { type: status, destination: recipient.waId ?? '' };
  if (failureCode !== undefined)
    return { id: own ?? wamid, ...common, payload: { code: failureCode, reason: titleOf(failureCode) } };
  return {
    id: wamid,
    gsId: own,
    ...common,
    payload: { ts: Math.floor(Date.parse(at) / 1000) },
    ...(status === 'sent' && category !== null
      ? { pricing: { policy: 'PMP', category, type: 'regular', billable: true } }
      : {}),
    ...(recipient.bsuid === null ? {} : { userId: recipient.bsuid }),
  };
};
