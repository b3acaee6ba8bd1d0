import { exhaustive } from '../kernel/exhaustive';
import type { ChatMessage, Customer } from './types';
import type { ChangeValue } from './webhook-envelope';
import {
  messageChange,
  paymentChange,
  reactionChange,
  statusChange,
  type PaymentReport,
  type Reaction,
  type StatusReport,
} from './webhook-payloads';

/** One thing that the business is told, before any provider has put it into words. */
export type News =
  | { kind: 'message'; customer: Customer; message: ChatMessage; mediaSha256: string }
  | { kind: 'reaction'; customer: Customer; id: string; at: string; reaction: Reaction }
  | { kind: 'status'; report: StatusReport }
  | { kind: 'payment'; report: PaymentReport };

/** The same in Meta's words. `businessPhone`: digits. */
export const changeOf = (news: News, businessPhone: string): ChangeValue => {
  switch (news.kind) {
    case 'message':
      return messageChange(news.customer, news.message, businessPhone, news.mediaSha256);
    case 'reaction':
      return reactionChange(news.customer, news.id, news.at, news.reaction);
    case 'status':
      return statusChange(news.report);
    case 'payment':
      return paymentChange(news.report);
    default:
      return exhaustive(news);
  }
};
