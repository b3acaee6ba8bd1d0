import { type Json, digestOf, storable, storableText } from '../meta/storable';
import type { ConnectionTo, ParsedEvent } from '../types';
import { personAt } from './address';
import { formOf } from './form';

const maxSenderKey = 64;
/** Twilio's ids have 34 characters; far more is nobody's id. */
const idForm = /^[\w-]{1,100}$/;

/** The name under which our mark stands in the address that statuses are brought to. */
export const markName = 'mark';

/**
 * The one event of a webhook: a customer's message, or the status of one of ours; null where the bytes are no form of
 * Twilio's. `receivedAt`: Twilio tells no time. What has no id, or is another number's, becomes an `unknown` event.
 * Source: Twilio, "Twilio's request to your incoming message webhook", "Outbound message status callbacks".
 */
export function split(
  connection: Pick<ConnectionTo<'twilio'>, 'phoneNumberId'>,
  rawBody: Uint8Array,
  query: URLSearchParams,
  receivedAt: Date,
): ParsedEvent[] | null {
  const form = formOf(rawBody);
  if (!form || !(form.has('MessageSid') || form.has('SmsSid') || form.has('AccountSid'))) return null;
  const fields = storable(Object.fromEntries(form));
  const id = form.get('MessageSid') ?? form.get('SmsSid') ?? '';
  if (!idForm.test(id)) return [unknown('odd-message', fields)];

  const status = form.get('MessageStatus');
  const ours = personAt(form.get(status === null ? 'To' : 'From') ?? undefined).waId;
  if (ours !== connection.phoneNumberId.replace(/\D/g, '')) return [unknown('other-number', fields)];
  const common = { receivedAt: receivedAt.toISOString(), fields };
  if (status !== null) {
    const key = /^[\w-]{1,40}$/.test(status) ? status : digestOf(status.slice(0, 400)).slice(0, 40);
    const mark = query.get(markName);
    return [
      {
        eventKey: `s:${id}:${key}`,
        kind: 'status',
        senderKey: senderKeyOf(form.get('To'), null) ?? 'account',
        payload: { part: 'status', ...common, mark: mark === null ? null : storable(mark) },
      },
    ];
  }
  const senderKey = senderKeyOf(form.get('From'), form.get('ExternalUserId'));
  if (senderKey === null) return [unknown('no-sender', fields)];
  return [{ eventKey: `m:${id}`, kind: 'message', senderKey, payload: { part: 'message', ...common } }];
}

/** A person's messages stay in order under the id that is always there, where one is. */
function senderKeyOf(from: string | null, external: string | null): string | null {
  const key =
    personAt(external ?? undefined).bsuid ??
    personAt(from ?? undefined).bsuid ??
    personAt(from ?? undefined).waId;
  if (key === undefined) return null;
  const kept = storableText(key);
  return kept.length <= maxSenderKey ? kept : `#${digestOf(kept).slice(0, 40)}`;
}

const unknown = (reason: string, content: Json): ParsedEvent => ({
  eventKey: `u:${digestOf({ reason, content })}`,
  kind: 'unknown',
  senderKey: 'account',
  payload: { part: 'unknown', reason, content },
});
