'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { Ellipsis } from 'lucide-react';
import { cn } from '../ui/class-names';
import { Dialog } from '../ui/dialog';
import { useText } from '../words';
import { AccountMenu } from './account-menu';
import { FindButton } from './find-button';
import { PlaceIcon } from './place-icon';
import { places, type Place } from './places';
import { useStaff } from './staff-context';
import { costWarnings, useCostAttention } from './use-cost-attention';
import { useChannelAttention } from './use-channel-attention';
import { useMoneyAttention } from './use-money-attention';

const usePlaces = (): { mine: Place[]; current: string; countOf: (key: Place['key']) => number } => {
  const { may } = useStaff();
  const money = useMoneyAttention();
  const costs = useCostAttention();
  const channels = useChannelAttention();
  const current = usePathname().split('/')[2] ?? '';
  const mine = places.filter((one) => one.permission === null || may(one.permission));
  const counts: Partial<Record<Place['key'], number | null>> = {
    payments: money,
    reports: costWarnings(costs).length,
    settings: channels,
  };
  return { mine, current, countOf: (key) => counts[key] ?? 0 };
};

/** The rail at the left of a desktop. */
export const Rail = () => {
  const { business, businessName, logoId } = useStaff();
  const t = useText('frame');
  const { mine, current, countOf } = usePlaces();
  return (
    <nav
      aria-label={t('mainMenu')}
      className="sticky top-0 hidden h-dvh w-30 shrink-0 flex-col border-r border-hairline bg-surface py-3 md:flex print:hidden"
    >
      <Link href={`/${business}/calendar`} className="mb-3 self-center rounded p-1">
        {logoId === null ? (
          <img src="/icon.svg" alt="Neram" width={28} height={28} />
        ) : (
          <img
            src={`/api/businesses/${business}/photos/${logoId}`}
            alt={businessName}
            className="size-10 rounded object-cover"
          />
        )}
      </Link>
      {mine.map(({ key, icon }) => (
        <Link
          key={key}
          href={`/${business}/${key}`}
          aria-current={key === current ? 'page' : undefined}
          className={cn(
            'mx-1.5 flex min-h-14 flex-col items-center justify-center gap-1 rounded py-2 text-center text-xs leading-tight text-muted hover:bg-surface-sunken hover:text-ink',
            key === current &&
              'bg-accent-soft font-semibold text-accent hover:bg-accent-soft hover:text-accent',
          )}
        >
          <PlaceIcon icon={icon} count={countOf(key)} />
          <span className="max-w-full">{t(key)}</span>
        </Link>
      ))}
      <FindButton
        withKeys
        className="mx-1.5 flex min-h-14 flex-col items-center justify-center gap-1 rounded py-2 text-center text-xs leading-tight text-muted hover:bg-surface-sunken hover:text-ink"
        iconClass="size-5"
      />
      <div className="mt-auto self-center">
        <AccountMenu />
      </div>
    </nav>
  );
};

/** The bar under a phone's screen: three pages, and the others behind "More". */
export const BottomBar = () => {
  const { business } = useStaff();
  const t = useText('frame');
  const { mine, current, countOf } = usePlaces();
  const [open, setOpen] = useState(false);
  const shown = mine.slice(0, 3);
  const others = mine.slice(3);
  const item =
    'flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 px-1 pt-1 pb-1.5 text-center text-xs leading-tight text-muted';
  return (
    <nav
      aria-label={t('mainMenu')}
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-hairline bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {shown.map(({ key, icon }) => (
        <Link
          key={key}
          href={`/${business}/${key}`}
          aria-current={key === current ? 'page' : undefined}
          className={cn(item, key === current && 'font-semibold text-accent')}
        >
          <PlaceIcon icon={icon} count={countOf(key)} />
          {t(key)}
        </Link>
      ))}
      <button
        type="button"
        className={cn(item, others.some((one) => one.key === current) && 'font-semibold text-accent')}
        onClick={() => {
          setOpen(true);
        }}
      >
        <PlaceIcon icon={Ellipsis} count={others.reduce((sum, { key }) => sum + countOf(key), 0)} />
        {t('more')}
      </button>
      <Dialog open={open} onOpenChange={setOpen} title={t('more')}>
        <div className="-mx-2 flex flex-col">
          {others.map(({ key, icon }) => (
            <Link
              key={key}
              href={`/${business}/${key}`}
              onClick={() => {
                setOpen(false);
              }}
              className="flex min-h-12 items-center gap-3 rounded px-2 text-base hover:bg-surface-sunken"
            >
              <PlaceIcon icon={icon} count={countOf(key)} className="text-muted" />
              {t(key)}
            </Link>
          ))}
          <FindButton
            className="flex min-h-12 items-center gap-3 rounded px-2 text-base hover:bg-surface-sunken"
            iconClass="size-5 text-muted"
          />
          <div className="mt-2 border-t border-hairline pt-2">
            <AccountMenu wide />
          </div>
        </div>
      </Dialog>
    </nav>
  );
};
