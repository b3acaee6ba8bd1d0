'use client';

import { useState } from 'react';
import type { OffersView, PackOffer, SoldPacks } from '../../lib/packs/types';
import { PageHead } from '../frame/page-head';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { Empty } from '../ui/empty';
import { useText } from '../words';
import { OfferDialog } from './offer-dialog';
import { PackCard } from './pack-card';
import { SellDialog } from './sell-dialog';
import { usePackWords } from './use-pack-words';
import { useOffers, useSoldPacks } from './use-packs';

type Open = { kind: 'edit'; offer: PackOffer | null } | { kind: 'sell'; offer: PackOffer };

const OfferRow = ({ offer, onOpen }: { offer: PackOffer; onOpen: (open: Open) => void }) => {
  const { may } = useStaff();
  const t = useText('packs');
  const { line, nameOf } = usePackWords();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
      <div className="min-w-48 flex-1">
        <p className={offer.archived ? 'text-muted' : 'font-semibold'}>{nameOf(offer.name)}</p>
        <p className="text-sm text-muted">{offer.archived ? t('archived') : line(offer)}</p>
      </div>
      {offer.archived || !may('customer.change') ? null : (
        <Button
          onClick={() => {
            onOpen({ kind: 'sell', offer });
          }}
        >
          {t('sell')}
        </Button>
      )}
      {may('setup.change') ? (
        <Button
          look="quiet"
          onClick={() => {
            onOpen({ kind: 'edit', offer });
          }}
        >
          {t('edit')}
        </Button>
      ) : null}
    </li>
  );
};

/** What is sold ahead, selling it, and what has been sold. */
export const PacksView = ({
  first,
  today,
}: {
  first: { offers: OffersView; sold: SoldPacks };
  today: string;
}) => {
  const { may } = useStaff();
  const t = useText('packs');
  const { data } = useOffers(first.offers);
  const sold = useSoldPacks(null, first.sold).data?.packs ?? [];
  const [open, setOpen] = useState<Open | null>(null);
  const { offers = [], services = [] } = data ?? {};
  const add = may('setup.change') ? (
    <Button
      look={offers.length === 0 ? 'primary' : 'secondary'}
      onClick={() => {
        setOpen({ kind: 'edit', offer: null });
      }}
    >
      {t('add')}
    </Button>
  ) : null;
  const close = (): void => {
    setOpen(null);
  };
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')}>
        {offers.length > 0 ? add : null}
      </PageHead>
      {offers.length === 0 ? (
        <Empty title={t('none')} hint={t('noneHint')}>
          {add}
        </Empty>
      ) : null}
      <div className="flex max-w-3xl flex-col gap-8 px-4 pb-10 md:px-6">
        {offers.length === 0 ? null : (
          <section>
            <h2 className="text-base font-semibold">{t('offers')}</h2>
            <ul className="divide-y divide-hairline">
              {offers.map((offer) => (
                <OfferRow key={offer.id} offer={offer} onOpen={setOpen} />
              ))}
            </ul>
          </section>
        )}
        {offers.length === 0 && sold.length === 0 ? null : (
          <section>
            <h2 className="text-base font-semibold">{t('soldPacks')}</h2>
            {sold.length === 0 ? <p className="py-2 text-sm text-muted">{t('soldNone')}</p> : null}
            <ul className="divide-y divide-hairline">
              {sold.map((pack) => (
                <PackCard key={pack.id} pack={pack} today={today} named />
              ))}
            </ul>
          </section>
        )}
      </div>
      {open?.kind === 'edit' ? <OfferDialog offer={open.offer} services={services} onClose={close} /> : null}
      {open?.kind === 'sell' ? <SellDialog offers={[open.offer]} customer={null} onClose={close} /> : null}
    </>
  );
};
