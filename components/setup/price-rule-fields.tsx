'use client';

import { Trash2 } from 'lucide-react';
import { weekdayName } from '../../lib/i18n/format-day';
import type { SetupService } from '../../lib/catalog/setup/schema';
import { inLanguage } from '../../lib/kernel/local-text';
import type { PriceRule } from '../../lib/scheduling/types';
import { IconButton } from '../ui/button';
import { cn } from '../ui/class-names';
import { CheckField, SelectField, TextField } from '../ui/field';
import { useLanguage, useText } from '../words';
import { LocalTextInput, MoneyInput } from './fields';
import { useSetup } from './use-setup';
import { closingAfter, minuteOf, timeText, weekdays } from './week-model';

type Props = {
  rule: PriceRule;
  number: number;
  service: SetupService;
  disabled: boolean;
  onChange: (rule: PriceRule) => void;
  onRemove: () => void;
};

type Optional = 'fromMinute' | 'toMinute' | 'validFrom' | 'validTo';

/** The rule with some of its limits taken out. */
const without = (rule: PriceRule, keys: readonly Optional[]): PriceRule => {
  const kept = Object.entries(rule).filter(([key]) => !(keys as readonly string[]).includes(key));
  // Only optional parts can be taken out.
  return Object.fromEntries(kept) as PriceRule;
};

/** One price: its name, how much, and when and for whom it holds. */
export const PriceRuleFields = ({ rule, number, service, disabled, onChange, onRemove }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const { resources } = useSetup();
  const offering = resources.filter((one) => service.offerings.some((each) => each.resourceId === one.id));
  const timed = rule.fromMinute !== undefined;
  const dated = rule.validFrom !== undefined || rule.validTo !== undefined;
  const name = inLanguage(rule.label, language) || t('ruleName', { number });
  const setDate = (key: 'validFrom' | 'validTo', value: string): void => {
    onChange(value === '' ? without(rule, [key]) : { ...rule, [key]: value });
  };
  return (
    <li className="py-4">
      <fieldset disabled={disabled} className="flex flex-col gap-3">
        <div className="flex items-center gap-2">
          <legend className="flex-1 text-sm font-semibold">{name}</legend>
          <IconButton label={`${t('removeRule')}: ${name}`} onClick={onRemove}>
            <Trash2 aria-hidden className="size-4 text-muted" />
          </IconButton>
        </div>
        <LocalTextInput
          label={t('ruleLabel')}
          hint={t('ruleLabelHint')}
          value={rule.label}
          onChange={(label) => {
            onChange({ ...rule, label });
          }}
        />
        <MoneyInput
          label={t('price')}
          unit={t(service.priceBasis === 'hour' ? 'basisHour' : 'basisVisit')}
          value={rule.pricePaise}
          error={Number.isInteger(rule.pricePaise) && rule.pricePaise >= 0 ? undefined : t('mistakePrice')}
          onChange={(pricePaise) => {
            onChange({ ...rule, pricePaise: pricePaise ?? Number.NaN });
          }}
        />
        <div role="group" aria-label={t('ruleDays')} className="flex flex-col gap-1">
          <span className="text-sm font-semibold">{t('ruleDays')}</span>
          <div className="flex flex-wrap gap-1">
            {weekdays.map((day) => {
              const on = rule.weekdays.includes(day);
              return (
                <button
                  key={day}
                  type="button"
                  aria-pressed={on}
                  aria-label={weekdayName(language, day)}
                  className={cn(
                    'min-h-11 rounded border border-hairline px-2.5 text-sm md:min-h-9',
                    on && 'border-accent bg-accent-soft font-semibold text-accent',
                  )}
                  onClick={() => {
                    const next = on ? rule.weekdays.filter((one) => one !== day) : [...rule.weekdays, day];
                    onChange({ ...rule, weekdays: next.sort((a, b) => a - b) });
                  }}
                >
                  {weekdayName(language, day, 'weekdayShort')}
                </button>
              );
            })}
          </div>
          <span className="text-xs text-muted">{t('ruleDaysHint')}</span>
        </div>
        <CheckField
          label={t('ruleTimes')}
          checked={timed}
          onChange={() => {
            onChange(
              timed
                ? without(rule, ['fromMinute', 'toMinute'])
                : { ...rule, fromMinute: 1020, toMinute: 1320 },
            );
          }}
        />
        {timed ? (
          <div className="grid grid-cols-2 gap-3">
            <TextField
              type="time"
              label={t('timeFrom')}
              value={timeText(rule.fromMinute ?? 0)}
              onChange={(event) => {
                const fromMinute = minuteOf(event.target.value);
                if (fromMinute !== null)
                  onChange({
                    ...rule,
                    fromMinute,
                    toMinute: closingAfter(fromMinute, rule.toMinute ?? 1440),
                  });
              }}
            />
            <TextField
              type="time"
              label={t('timeTo')}
              value={timeText(rule.toMinute ?? 1440)}
              onChange={(event) => {
                const minute = minuteOf(event.target.value);
                if (minute !== null)
                  onChange({ ...rule, toMinute: closingAfter(rule.fromMinute ?? 0, minute) });
              }}
            />
          </div>
        ) : null}
        <details open={dated || rule.resourceId !== null}>
          <summary className="min-h-8 cursor-pointer text-sm text-accent">{t('ruleDates')}</summary>
          <div className="mt-2 grid grid-cols-2 gap-3">
            <TextField
              type="date"
              label={t('validFrom')}
              value={rule.validFrom ?? ''}
              onChange={(event) => {
                setDate('validFrom', event.target.value);
              }}
            />
            <TextField
              type="date"
              label={t('validTo')}
              value={rule.validTo ?? ''}
              onChange={(event) => {
                setDate('validTo', event.target.value);
              }}
            />
          </div>
        </details>
        <SelectField
          label={t('ruleFor')}
          value={rule.resourceId ?? ''}
          onChange={(event) => {
            onChange({ ...rule, resourceId: event.target.value === '' ? null : event.target.value });
          }}
        >
          <option value="">{t('everybody')}</option>
          {offering.map((one) => (
            <option key={one.id} value={one.id}>
              {inLanguage(one.name, language)}
            </option>
          ))}
        </SelectField>
      </fieldset>
    </li>
  );
};
