'use client';

import { useState } from 'react';
import { formatDayShort, weekdayName } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { formatTime } from '../../lib/i18n/format-time';
import type { SetupService } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import { toEpochMinute } from '../../lib/kernel/time-range';
import type { PriceRule } from '../../lib/scheduling/types';
import { localDateOf, weekdayOf } from '../../lib/scheduling/zone';
import { useStaff } from '../frame/staff-context';
import { SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { useSetup } from './use-setup';
import { weekPrices } from './week-prices';

/** The price at each hour of a week, as customers would pay it with the rules in the form. */
export const HeatMap = ({ service, rules }: { service: SetupService; rules: readonly PriceRule[] }) => {
  const t = useText('setup');
  const language = useLanguage();
  const { zone } = useStaff();
  const { resources, timetables, closures } = useSetup();
  const [from, setFrom] = useState(() => localDateOf(toEpochMinute(new Date()), zone));
  const [whose, setWhose] = useState(service.offerings[0]?.resourceId ?? '');
  const offering = service.offerings.find((one) => one.resourceId === whose) ?? service.offerings[0];
  if (!offering) return null;
  const hours = timetables.flatMap((one) => one.hours);
  const week = weekPrices({ service, resource: offering, rules, hours, closures, zone, from });
  const prices = week.flatMap((day) => day.cells.flatMap(({ paise }) => paise ?? []));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const shade = (paise: number): number => (high === low ? 25 : 12 + ((paise - low) / (high - low)) * 33);
  const shown = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) =>
    week.some((day) => day.cells[hour]?.paise !== null),
  );
  return (
    <section>
      <h2 className="text-base font-semibold">{t('heatTitle')}</h2>
      <p className="text-sm text-muted">{t('heatHint')}</p>
      <div className="my-3 grid gap-3 sm:grid-cols-2">
        <SelectField
          label={t('shownFor')}
          value={offering.resourceId}
          onChange={(event) => {
            setWhose(event.target.value);
          }}
        >
          {service.offerings.map(({ resourceId }) => {
            const resource = resources.find((one) => one.id === resourceId);
            return (
              <option key={resourceId} value={resourceId}>
                {resource ? inLanguage(resource.name, language) : ''}
              </option>
            );
          })}
        </SelectField>
        <TextField
          type="date"
          label={t('weekOf')}
          value={from}
          onChange={(event) => {
            if (event.target.value !== '') setFrom(event.target.value);
          }}
        />
      </div>
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('heatTitle')}>
        <table className="w-full border-separate border-spacing-px text-xs">
          <thead>
            <tr>
              <td />
              {week.map(({ date }) => (
                <th
                  key={date}
                  scope="col"
                  title={formatDayShort(language, date)}
                  className="px-1 font-normal text-muted"
                >
                  {weekdayName(language, weekdayOf(date), 'weekdayShort')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((hour) => (
              <tr key={hour}>
                <th scope="row" className="pr-1 text-right font-normal whitespace-nowrap text-muted">
                  {formatTime(language, hour * 60)}
                </th>
                {week.map(({ date, cells }) => {
                  const paise = cells[hour]?.paise ?? null;
                  return (
                    <td
                      key={date}
                      className="rounded-sm bg-surface-sunken px-1 py-1 text-center whitespace-nowrap"
                      style={
                        paise === null
                          ? undefined
                          : {
                              background: `color-mix(in srgb, var(--accent) ${String(Math.round(shade(paise)))}%, var(--surface))`,
                            }
                      }
                    >
                      {paise === null ? '' : formatMoney(paise)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
