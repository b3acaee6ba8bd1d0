import { useState } from 'react';
import { toast } from 'sonner';
import { v4 } from 'uuid';
import type { ChatMessage, Transcript } from '../../lib/threads/schema';
import { api, problemOf } from '../api';
import { useStaff } from '../frame/staff-context';
import { useText } from '../words';
import { useReread } from './use-chats';

export type PendingReply = { key: string; text: string; at: string; failed: boolean; template: boolean };

/** Replies shown the moment they are sent. One that did not get through can be sent again without ever going twice. */
export function useReply(shown: Transcript) {
  const { business } = useStaff();
  const t = useText('chats');
  const reread = useReread();
  const [pending, setPending] = useState<PendingReply[]>([]);
  const send = async (reply: PendingReply): Promise<void> => {
    const { key, text } = reply;
    setPending((all) => [...all.filter((one) => one.key !== key), { ...reply, failed: false }]);
    try {
      await api(business, 'post', `chats/${shown.chat.id}/messages`, {
        body: { key, text, ...(reply.template && { template: true }) },
      });
      await reread('chats');
      setPending((all) => all.filter((one) => one.key !== key));
    } catch (error) {
      if (problemOf(error).status === 409) toast(t('closed'), { description: t('closedHint') });
      setPending((all) => all.map((one) => (one.key === key ? { ...one, failed: true } : one)));
    }
  };
  return {
    pending,
    /** `template`: inside the approved message, outside the 24-hour window. */
    send: (text: string, template: boolean) =>
      void send({ key: v4(), text, template, at: new Date().toISOString(), failed: false }),
    again: (reply: PendingReply) => void send(reply),
  };
}

/** A reply on its way, as the log shows it. */
export const asMessage = (reply: PendingReply, author: string): ChatMessage => ({
  id: reply.key,
  position: Number.MAX_SAFE_INTEGER,
  direction: 'out',
  content: { kind: 'text', body: reply.text },
  status: 'queued',
  failure: null,
  author,
  at: reply.at,
});
