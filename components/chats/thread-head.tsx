import { ArrowLeft, Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import { formatPhone } from '../format-phone';
import type { Transcript } from '../../lib/threads/schema';
import { api } from '../api';
import { useStaff } from '../frame/staff-context';
import { BlockDialog } from '../customers/block-dialog';
import { Button, IconButton, buttonClass } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useText } from '../words';
import { reasonKeys, refusalKeys } from './content';
import { useBlock } from './use-block';
import { useReread } from './use-chats';

/** Takes the chat over, hands it back, or settles what was flagged while the bot goes on answering. */
const HandOver = ({ chat }: Pick<Transcript, 'chat'>) => {
  const { business } = useStaff();
  const t = useText('chats');
  const f = useText('frame');
  const reread = useReread();
  const [busy, setBusy] = useState(false);
  const hand = async (to: 'staff' | 'bot', said: string): Promise<void> => {
    setBusy(true);
    try {
      await api(business, 'post', `chats/${chat.id}/hand-over`, { body: { to } });
      await reread('chats');
      toast(said);
    } catch {
      toast(f('failed'));
    }
    setBusy(false);
  };
  if (chat.handledBy === 'staff')
    return (
      <Button busy={busy} onClick={() => void hand('bot', t('handedBack'))}>
        {t('handBack')}
      </Button>
    );
  return (
    <>
      {chat.waiting ? (
        <Button busy={busy} onClick={() => void hand('bot', t('settled'))}>
          {t('settle')}
        </Button>
      ) : null}
      <Button busy={busy} onClick={() => void hand('staff', t('tookOver'))}>
        {t('takeOver')}
      </Button>
    </>
  );
};

const MoreActs = ({ shown: { chat, blocked } }: { shown: Transcript }) => {
  const t = useText('customers');
  const block = useBlock(chat);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t('more')}>
            <Ellipsis aria-hidden className="size-5" />
          </IconButton>
        }
      >
        <MenuItem
          onSelect={() => {
            if (blocked) void block(null);
            else setAsking(true);
          }}
        >
          {t(blocked ? 'unblock' : 'block')}
        </MenuItem>
      </Menu>
      <BlockDialog
        customer={chat}
        open={asking}
        onOpenChange={setAsking}
        onBlock={(reason) => {
          setAsking(false);
          void block(reason);
        }}
      />
    </>
  );
};

/** Who it is, who answers here, and what can be done for them. */
export const ThreadHead = ({ shown, query }: { shown: Transcript; query: string }) => {
  const { business, may } = useStaff();
  const t = useText('chats');
  const f = useText('frame');
  const { chat, blocked, refuses } = shown;
  const name = chat.name ?? formatPhone(chat.phone) ?? t('unnamed');
  const state = chat.waiting && chat.reason ? reasonKeys[chat.reason] : null;
  return (
    <header className="relative flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-hairline px-2 py-2 md:px-4">
      <Link
        href={`/${business}/chats${query}`}
        aria-label={f('back')}
        className="grid size-11 shrink-0 place-items-center rounded hover:bg-surface-sunken md:hidden"
      >
        <ArrowLeft aria-hidden className="size-5" />
      </Link>
      <div className="min-w-0 flex-1 max-md:pr-11">
        <h2 className="truncate text-base font-semibold">
          <Link href={`/${business}/customers/${chat.customerId}`} className="hover:text-accent">
            {name}
          </Link>
        </h2>
        <p className="truncate text-xs text-muted">
          {blocked ? <span className="font-semibold text-danger">{t('blocked')} · </span> : null}
          {refuses.length > 0 && !blocked ? (
            <span className="font-semibold">{refuses.map((one) => t(refusalKeys[one])).join(', ')} · </span>
          ) : null}
          <span className={state ? 'font-semibold text-accent' : ''}>
            {t(state ?? (chat.handledBy === 'staff' ? 'staffHandle' : 'botHandles'))}
          </span>
        </p>
      </div>
      {/* On a phone they share one line below the name, however many there are. */}
      <div className="flex w-full items-center gap-2 max-md:*:min-w-0 max-md:*:flex-auto max-md:*:px-2 md:w-auto">
        {may('booking.create') ? (
          <Link
            href={`/${business}/calendar?new=1&customer=${chat.customerId}`}
            className={buttonClass('secondary')}
          >
            {t('book')}
          </Link>
        ) : null}
        {may('chat.reply') ? <HandOver chat={chat} /> : null}
      </div>
      {may('customer.change') ? (
        <div className="max-md:absolute max-md:top-2 max-md:right-2">
          <MoreActs shown={shown} />
        </div>
      ) : null}
    </header>
  );
};
