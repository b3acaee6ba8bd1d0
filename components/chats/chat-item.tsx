import { CircleAlert } from 'lucide-react';
import Link from 'next/link';
import { formatPhone } from '../format-phone';
import { initialOf } from '../../lib/i18n/initial';
import { stampBrief } from '../../lib/i18n/format-stamp';
import type { ChatRow } from '../../lib/threads/schema';
import { useStaff } from '../frame/staff-context';
import { cn } from '../ui/class-names';
import { useLanguage, useText } from '../words';
import { lineOf, reasonKeys } from './content';

/** One row of the list: who, what was said last, and whether somebody has to act. */
export const ChatItem = ({ chat, current, query }: { chat: ChatRow; current: boolean; query: string }) => {
  const { business, zone } = useStaff();
  const t = useText('chats');
  const language = useLanguage();
  const name = chat.name ?? formatPhone(chat.phone) ?? t('unnamed');
  const { last, reason } = chat;
  return (
    <li>
      <Link
        href={`/${business}/chats/${chat.id}${query}`}
        aria-current={current ? 'page' : undefined}
        className={cn(
          'flex gap-3 px-4 py-2.5 hover:bg-surface-sunken focus-visible:-outline-offset-2',
          current && 'bg-accent-soft hover:bg-accent-soft',
        )}
      >
        <span
          aria-hidden
          className="mt-0.5 flex size-10 shrink-0 items-center justify-center rounded-full bg-surface-sunken text-base font-semibold text-muted"
        >
          {initialOf(name)}
        </span>
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate text-base font-semibold md:text-sm">{name}</span>
            <time dateTime={chat.updatedAt} className="shrink-0 text-xs text-muted" suppressHydrationWarning>
              {stampBrief(language, last?.at ?? chat.updatedAt, zone, new Date().toISOString())}
            </time>
          </span>
          <span className="flex items-center gap-2">
            <span className={cn('min-w-0 flex-1 truncate text-sm text-muted', chat.unread > 0 && 'text-ink')}>
              {last ? lineOf(last.content, t) : ''}
            </span>
            {last?.status === 'failed' ? (
              <CircleAlert aria-label={t('statusFailed')} className="size-4 shrink-0 text-danger" />
            ) : null}
            {chat.unread > 0 ? (
              <span className="min-w-5 shrink-0 rounded-full bg-accent px-1.5 text-center text-xs leading-5 font-semibold text-accent-ink">
                <span aria-hidden>{chat.unread > 99 ? '99+' : chat.unread}</span>
                <span className="sr-only">{t('unread', { count: chat.unread })}</span>
              </span>
            ) : null}
          </span>
          {reason && chat.waiting ? (
            <span
              className={cn(
                'mt-0.5 block text-xs font-semibold',
                reason === 'emergency' ||
                  reason === 'delivery-failed' ||
                  reason === 'not-told' ||
                  reason === 'fault'
                  ? 'text-danger'
                  : 'text-accent',
              )}
            >
              {t(reasonKeys[reason])}
            </span>
          ) : null}
        </span>
      </Link>
    </li>
  );
};
