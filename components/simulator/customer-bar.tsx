import { UserPlus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Customer } from '../../lib/simulator/types';
import { Avatar } from './avatar';
import { useWords } from './words';

type CustomerBarProps = {
  customers: Customer[];
  shown: readonly string[];
  onShow: (id: string) => void;
  onNew: () => void;
};

const Chip = ({ customer, shown, onShow }: { customer: Customer; shown: boolean; onShow: () => void }) => {
  const { t } = useWords();
  const unread = shown ? 0 : customer.unread;
  const chip = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown) chip.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    <button
      ref={chip}
      type="button"
      aria-pressed={shown}
      onClick={onShow}
      className="flex h-11 max-w-56 shrink-0 items-center gap-2 rounded-full border border-hairline pr-4 pl-1 text-sm hover:bg-surface-sunken aria-pressed:border-accent aria-pressed:font-semibold aria-pressed:text-accent"
    >
      <Avatar name={customer.name} size={34} />
      <span className="truncate">{customer.name}</span>
      {unread > 0 ? (
        <span className="grid h-5 min-w-5 place-items-center rounded-full bg-chat-action px-1 text-xs font-semibold text-chat-theirs">
          <span aria-hidden="true">{unread}</span>
          <span className="sr-only">{t('unread', { count: unread })}</span>
        </span>
      ) : null}
    </button>
  );
};

/** Whose phones there are; the marked ones are on screen. */
export const CustomerBar = ({ customers, shown, onShow, onNew }: CustomerBarProps) => {
  const { t } = useWords();
  return (
    <nav
      aria-label={t('customers')}
      className="flex h-15 shrink-0 items-center border-b border-hairline bg-surface pr-2 md:pr-4"
    >
      <div className="flex h-full min-w-0 items-center gap-2 scroll-px-3 overflow-x-auto px-3 md:scroll-px-4 md:px-4">
        {customers.map((customer) => (
          <Chip
            key={customer.id}
            customer={customer}
            shown={shown.includes(customer.id)}
            onShow={() => onShow(customer.id)}
          />
        ))}
      </div>
      <button
        type="button"
        onClick={onNew}
        aria-label={t('newCustomer')}
        className="flex h-11 min-w-11 shrink-0 items-center justify-center gap-2 rounded-full text-sm text-accent hover:bg-surface-sunken md:px-4"
      >
        <UserPlus size={20} aria-hidden="true" />
        <span className="hidden md:inline">{t('newCustomer')}</span>
      </button>
    </nav>
  );
};
