'use client';

import { TriangleAlert } from 'lucide-react';
import type { SeriesDatePlan } from '../../lib/booking/series/schema';
import { formatDayShort } from '../../lib/i18n/format-day';
import { formatMoney } from '../../lib/i18n/format-money';
import { cn } from '../ui/class-names';
import { SelectField } from '../ui/field';
import { useLanguage, useText } from '../words';
import type { CalendarResource } from './entries';
import { useRuleWords } from './quote-box';
import { choiceOf, chosenOf, insteadKey, type Choices } from './repeat';
import type { Labels } from './use-labels';

type Props = {
  dates: readonly SeriesDatePlan[];
  choices: Choices;
  resources: readonly CalendarResource[];
  labels: Labels;
  onChoose: (choices: Choices) => void;
};

/** Every date of a series: first those that are not free, each with what stands there and where else it could be. */
export const SeriesDates = ({ dates, choices, resources, labels, onChoose }: Props) => {
  const t = useText('calendar');
  const language = useLanguage();
  const chosen = chosenOf(dates, choices);
  const total = chosen.reduce((sum, { pricePaise }) => sum + pricePaise, 0);
  const bad = dates.filter((date) => date.own === null);
  const good = dates.filter((date) => date.own !== null);
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-baseline justify-between gap-3 text-base" aria-live="polite">
        <span className="text-sm text-muted">
          {t('seriesOf', { count: chosen.length, of: dates.length })}
        </span>
        <span className="font-semibold">{formatMoney(total)}</span>
      </p>
      {bad.length > 0 ? (
        <section className="flex flex-col gap-3 rounded bg-danger-soft px-3 py-2">
          <h3 className="flex gap-2 text-sm font-semibold text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t('seriesNotFree', { count: bad.length })}
          </h3>
          <ul className="flex flex-col gap-4">
            {bad.map((date) => (
              <li key={date.on}>
                <BadDate {...{ date, choices, resources, labels, onChoose }} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {good.length > 0 ? (
        <fieldset>
          <legend className="pb-1 text-sm font-semibold">{t('seriesFree')}</legend>
          <div className="grid grid-cols-2 gap-x-3">
            {good.map((date) => {
              const taken = choiceOf(date, choices) !== 'skip';
              return (
                <label key={date.on} className="flex min-h-11 items-center gap-2 text-sm md:min-h-9">
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-(--accent)"
                    checked={taken}
                    onChange={() => {
                      onChoose({ ...choices, [date.on]: taken ? 'skip' : 'own' });
                    }}
                  />
                  <span className={cn('min-w-0', !taken && 'text-muted line-through')}>
                    {formatDayShort(language, date.on)}
                  </span>
                </label>
              );
            })}
          </div>
        </fieldset>
      ) : null}
    </div>
  );
};

const BadDate = ({
  date,
  choices,
  resources,
  labels,
  onChoose,
}: Omit<Props, 'dates'> & { date: SeriesDatePlan }) => {
  const t = useText('calendar');
  const language = useLanguage();
  const words = useRuleWords(labels);
  const choice = choiceOf(date, choices);
  const day = formatDayShort(language, date.on);
  const reasons = [
    ...date.clashes.map((clash) => `${clash.name ?? t('nameless')}, ${labels.fullSpan(clash)}`),
    ...(date.closed ? [words(date.closed)] : []),
  ];
  const same = date.instead.filter((one) => one.startsAt === date.startsAt);
  const others = date.instead.filter((one) => one.startsAt !== date.startsAt);
  const option = (one: SeriesDatePlan['instead'][number]) => {
    const resource = resources.find(({ id }) => id === one.resourceId);
    return (
      <option key={insteadKey(one)} value={insteadKey(one)}>
        {labels.fullSpan(one)} · {resource ? labels.local(resource.name) : ''}
      </option>
    );
  };
  return (
    <>
      <p className="text-sm">
        <span className="font-semibold">{day}</span> <span className="text-muted">{reasons.join(' · ')}</span>
      </p>
      {date.instead.length === 0 ? (
        <p className="text-sm">{t('seriesNothingElse')}</p>
      ) : (
        <SelectField
          label={<span className="sr-only">{t('seriesInstead', { day })}</span>}
          value={typeof choice === 'string' ? 'skip' : choice.instead}
          onChange={(event) => {
            const { value } = event.target;
            onChoose({ ...choices, [date.on]: value === 'skip' ? 'skip' : { instead: value } });
          }}
        >
          <option value="skip">{t('leaveOut')}</option>
          {same.length > 0 ? <optgroup label={t('sameTime')}>{same.map(option)}</optgroup> : null}
          {others.length > 0 ? <optgroup label={t('otherTimes')}>{others.map(option)}</optgroup> : null}
        </SelectField>
      )}
    </>
  );
};
