import { read as readMeta } from '../meta/read';
import type { InboundUpdate } from '../../messaging/types';
import { templateCategoryOf, templateStatusOf } from '../meta/template-status';
import { withoutUndefined } from '../meta/without-undefined';
import { storedAccountSchema, storedSchema, type StoredAccount } from './schema';
import { asMetaContact, asMetaMessage, asMetaStatus } from './translate';

/** The neutral update of one stored part, of either version; null for what nobody handles. Never throws. */
export function read(payload: unknown): InboundUpdate | null {
  const { data } = storedSchema.safeParse(payload);
  if (!data) {
    const account = storedAccountSchema.safeParse(payload).data;
    return account ? readAccount(account) : readMeta(payload);
  }
  return data.part === 'gs-message'
    ? readMeta({
        part: 'message',
        contact: asMetaContact(data.message),
        message: asMetaMessage(data.message, data.at),
      })
    : readMeta({ part: 'status', status: asMetaStatus(data.event, data.at) });
}

function readAccount(account: StoredAccount): InboundUpdate {
  if (account.field === 'account-event') {
    const { type = 'account-event', payload } = account.value;
    const told = Object.entries(payload ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? `${name} ${value}` : [],
    );
    const tier = payload?.['currentTier'];
    return {
      type: 'account',
      what: type,
      detail: told.join(', ').slice(0, 500),
      ...(typeof tier === 'string' && { tier }),
    };
  }
  const { elementName: name, languageCode: language, status, category, rejectedReason } = account.value;
  return {
    type: 'template',
    name,
    language,
    ...withoutUndefined({
      status: status === undefined ? undefined : templateStatusOf(status),
      category: templateCategoryOf(category) ?? undefined,
      reason: rejectedReason,
    }),
  };
}
