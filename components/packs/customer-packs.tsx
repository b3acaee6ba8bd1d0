import { useState } from 'react';
import { stampKey } from '../../lib/i18n/format-stamp';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useNow } from '../use-now';
import { useText } from '../words';
import { PackCard } from './pack-card';
import { SellDialog } from './sell-dialog';
import { useOffers, useSoldPacks } from './use-packs';

/** What a customer has bought ahead, and selling them more; nothing where the business sells no packs. */
export const CustomerPacks = ({ customer }: { customer: string }) => {
  const { may, zone } = useStaff();
  const t = useText('packs');
  const now = useNow(60_000);
  const today = now ? stampKey(now.toISOString(), zone) : '';
  const offers = (useOffers().data?.offers ?? []).filter(({ archived }) => !archived);
  const packs = useSoldPacks(customer).data?.packs ?? [];
  const [selling, setSelling] = useState(false);
  if (offers.length === 0 && packs.length === 0) return null;
  return (
    <section>
      <div className="flex items-center justify-between gap-3">
        <h2 className="text-base font-semibold">{t('title')}</h2>
        {offers.length > 0 && may('customer.change') ? (
          <Button
            onClick={() => {
              setSelling(true);
            }}
          >
            {t('sell')}
          </Button>
        ) : null}
      </div>
      {packs.length === 0 ? <p className="text-sm text-muted">{t('customerNone')}</p> : null}
      <ul className="divide-y divide-hairline">
        {packs.map((pack) => (
          <PackCard key={pack.id} pack={pack} today={today} named={false} />
        ))}
      </ul>
      {selling ? (
        <SellDialog
          offers={offers}
          customer={customer}
          onClose={() => {
            setSelling(false);
          }}
        />
      ) : null}
    </section>
  );
};
