import Link from 'next/link';
import { useState } from 'react';
import { formatMoney } from '../../lib/i18n/format-money';
import { stampDay } from '../../lib/i18n/format-stamp';
import type { PackEntryRow, SoldPack } from '../../lib/packs/types';
import { useStaff } from '../frame/staff-context';
import { queryKeys } from '../query-keys';
import { Receipts } from '../receipts/receipts';
import { Button } from '../ui/button';
import { useLanguage, useText } from '../words';
import { CorrectDialog, ExtendDialog, TakeBackDialog } from './mend-dialogs';
import { usePackWords } from './use-pack-words';

const Entry = ({ entry, kind }: { entry: PackEntryRow; kind: SoldPack['kind'] }) => {
  const { business, zone } = useStaff();
  const t = useText('packs');
  const language = useLanguage();
  const { amount } = usePackWords();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-1.5 text-sm">
      <span className="min-w-0 break-words">
        {t(`entry-${entry.kind}`)}
        {entry.reference ? (
          <>
            {' · '}
            <Link
              href={`/${business}/bookings/${entry.reference}`}
              className="underline decoration-hairline underline-offset-4 hover:decoration-current"
            >
              {entry.reference}
            </Link>
          </>
        ) : null}
        {entry.reason ? ` · ${entry.reason}` : ''}
        <span className="block text-xs text-muted">{stampDay(language, entry.at, zone)}</span>
      </span>
      <span className="whitespace-nowrap">
        {entry.amount > 0 ? '+' : ''}
        {amount(kind, entry.amount)}
      </span>
    </li>
  );
};

/** Noon of a local date: its day in every zone that is shown. */
const noonOf = (date: string): string => `${date}T12:00:00Z`;

/** A pack that was sold: what is left, until when, and everything that happened to it. */
export const PackCard = ({ pack, today, named }: { pack: SoldPack; today: string; named: boolean }) => {
  const { business, zone, may } = useStaff();
  const t = useText('packs');
  const language = useLanguage();
  const { amount, nameOf, size } = usePackWords();
  const [dialog, setDialog] = useState<'correct' | 'extend' | 'take-back' | null>(null);
  // Their receipts are read once somebody looks.
  const [opened, setOpened] = useState(false);
  const ended = pack.endsOn < today;
  const usedUp = pack.kind !== 'membership' && pack.remaining === 0;
  const close = (): void => {
    setDialog(null);
  };
  const balance =
    pack.kind === 'membership'
      ? size(pack)
      : t('left', {
          left: amount(pack.kind, pack.remaining),
          quantity: amount(pack.kind, pack.quantity ?? 0),
        });
  return (
    <li className="py-3">
      <p className={ended || usedUp ? 'text-muted' : 'font-semibold'}>
        {nameOf(pack.name)}
        {named ? (
          <>
            {' · '}
            <Link
              href={`/${business}/customers/${pack.customer.id}`}
              className="underline decoration-hairline underline-offset-4 hover:decoration-current"
            >
              {pack.customer.name ?? t('unnamed')}
            </Link>
          </>
        ) : null}
      </p>
      <p className="text-sm text-muted">
        {[
          usedUp ? t('usedUp') : balance,
          t(ended ? 'ended' : 'until', { date: stampDay(language, noonOf(pack.endsOn), 'UTC') }),
        ].join(' · ')}
      </p>
      <details
        className="mt-1"
        onToggle={(event) => {
          setOpened(event.currentTarget.open);
        }}
      >
        <summary className="cursor-pointer py-3 text-sm text-muted md:py-2">{t('history')}</summary>
        <p className="pb-1 text-sm">
          {t('soldFor', {
            date: stampDay(language, pack.soldAt, zone),
            price: formatMoney(pack.pricePaise),
          })}
        </p>
        <ul className="divide-y divide-hairline border-l-2 border-hairline pl-3">
          {pack.entries.map((entry) => (
            <Entry key={entry.id} entry={entry} kind={pack.kind} />
          ))}
        </ul>
        {opened ? (
          <Receipts
            path={`packs/${pack.id}/receipts`}
            queryKey={queryKeys.customers('packs', business, 'receipts', pack.id)}
            mayMake={may('payment.take')}
            className="mt-2"
          />
        ) : null}
        {may('booking.override') ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {pack.kind === 'membership' ? null : (
              <Button
                onClick={() => {
                  setDialog('correct');
                }}
              >
                {t('correct')}
              </Button>
            )}
            <Button
              onClick={() => {
                setDialog('extend');
              }}
            >
              {t('extend')}
            </Button>
            {may('payment.settle') && pack.keptPaise > 0 ? (
              <Button
                look="quiet"
                onClick={() => {
                  setDialog('take-back');
                }}
              >
                {t('takeBack')}
              </Button>
            ) : null}
          </div>
        ) : null}
      </details>
      {dialog === 'correct' ? <CorrectDialog pack={pack} onClose={close} /> : null}
      {dialog === 'extend' ? <ExtendDialog pack={pack} onClose={close} /> : null}
      {dialog === 'take-back' ? <TakeBackDialog pack={pack} onClose={close} /> : null}
    </li>
  );
};
