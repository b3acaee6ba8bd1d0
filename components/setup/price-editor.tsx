'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { formatMoney } from '../../lib/i18n/format-money';
import { priceFormSchema, type Setup, type SetupService } from '../../lib/catalog/setup/schema';
import type { PriceRule } from '../../lib/scheduling/types';
import { useStaff } from '../frame/staff-context';
import { Button } from '../ui/button';
import { useText } from '../words';
import { HeatMap } from './heat-map';
import { StaleNotice } from './notices';
import { PriceRuleFields } from './price-rule-fields';
import { useSave } from './use-save';

type Props = { service: SetupService; stored: Setup['prices'][number] };

const fresh = (pricePaise: number): PriceRule => ({
  resourceId: null,
  weekdays: [],
  fromMinute: 1020,
  toMinute: 1320,
  label: {},
  pricePaise,
});

/** A service's price rules, with the week they come to beside them. */
export const PriceEditor = ({ service, stored }: Props) => {
  const t = useText('setup');
  const frame = useText('frame');
  const { may } = useStaff();
  const [base, setBase] = useState(stored);
  const [rules, setRules] = useState<PriceRule[]>(stored.rules);
  const [touched, setTouched] = useState(false);
  const save = useSave(() => {
    toast(frame('saved'));
    setTouched(false);
  });
  if (!touched && !save.isPending && stored.revision !== base.revision) {
    setBase(stored);
    setRules(stored.rules);
  }
  const change = (next: PriceRule[]): void => {
    setRules(next);
    setTouched(true);
  };
  const checked = priceFormSchema.safeParse({ rules });
  const stale = touched && !save.isPending && (save.conflict || stored.revision !== base.revision);
  const disabled = !may('setup.change');
  const usual = t(service.priceBasis === 'hour' ? 'perHour' : 'perVisit', {
    price: formatMoney(service.pricePaise),
  });
  return (
    <>
      <p className="mt-4 text-sm">
        {t('basePrice')}: <strong>{usual}</strong>
      </p>
      <div className="mt-4 grid grid-cols-1 items-start gap-8 xl:grid-cols-[minmax(0,28rem)_minmax(0,1fr)]">
        <div>
          {rules.length === 0 ? <p className="text-sm text-muted">{t('noRules')}</p> : null}
          <ol className="divide-y divide-hairline">
            {rules.map((rule, place) => (
              <PriceRuleFields
                key={place}
                rule={rule}
                number={place + 1}
                service={service}
                disabled={disabled}
                onChange={(next) => {
                  change(rules.map((one, index) => (index === place ? next : one)));
                }}
                onRemove={() => {
                  change(rules.filter((_, index) => index !== place));
                }}
              />
            ))}
          </ol>
          {disabled ? null : (
            <Button
              className="mt-3"
              onClick={() => {
                change([...rules, fresh(service.pricePaise)]);
              }}
            >
              {t('addRule')}
            </Button>
          )}
        </div>
        <HeatMap service={service} rules={checked.success ? checked.data.rules : base.rules} />
      </div>
      {disabled ? null : (
        <div className="sticky bottom-14 z-10 mt-4 flex flex-col gap-2 border-t border-hairline bg-surface py-3 md:bottom-0">
          {stale ? (
            <StaleNotice
              onReload={() => {
                save.reset();
                setTouched(false);
              }}
            />
          ) : null}
          {touched && !checked.success ? (
            <p role="alert" className="text-sm text-danger">
              {t('mistakeRules')}
            </p>
          ) : null}
          <Button
            look="primary"
            className="self-end"
            disabled={!touched || !checked.success}
            busy={save.isPending}
            onClick={() => {
              const body = { rules, revision: base.revision };
              save.mutate({ method: 'put', path: `setup/prices/${service.id}`, body });
            }}
          >
            {frame('save')}
          </Button>
        </div>
      )}
    </>
  );
};
