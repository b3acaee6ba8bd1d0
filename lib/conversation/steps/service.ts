import { asked, filled, type Chat, type Filled } from '../chat';
import type { Draft } from '../draft';
import { findService } from '../words';
import { openChat } from './opening';

/** Which service: skipped where there is one. A service that is no longer offered is asked again. */
export const fillService = (chat: Chat, draft: Draft): Filled => {
  const only = chat.facts.services.length === 1 ? chat.facts.services[0] : undefined;
  const service = findService(chat, draft.serviceId) ?? only;
  if (service !== undefined) return filled({ ...draft, serviceId: service.id });
  return asked(openChat({ ...chat, state: { ...chat.state, draft } }, 'opening.which'));
};
