'use client';

import { Copy, Plus, Trash2 } from 'lucide-react';
import { weekdayName } from '../../lib/i18n/format-day';
import { Button, IconButton } from '../ui/button';
import { Menu, MenuItem } from '../ui/menu';
import { useLanguage, useText } from '../words';
import {
  closingAfter,
  copyDay,
  isOf,
  minuteOf,
  periodOf,
  timeText,
  weekdays,
  type Period,
  type Range,
} from './week-model';

type Props = {
  hours: readonly Range[];
  period: Period;
  onChange: (hours: Range[]) => void;
  disabled: boolean;
};

const input =
  'min-h-11 rounded border border-hairline bg-surface-raised px-2 text-base md:min-h-9 md:text-sm disabled:opacity-60';

const RangeRow = ({
  range,
  day,
  disabled,
  onChange,
  onRemove,
}: {
  range: Range;
  day: string;
  disabled: boolean;
  onChange: (range: Range) => void;
  onRemove: () => void;
}) => {
  const t = useText('setup');
  const kind = t(range.kind === 'open' ? 'open' : 'break');
  const set = (opens: number, closes: number): void => {
    onChange({ ...range, opensMinute: opens, closesMinute: closingAfter(opens, closes) });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-1 gap-y-1 sm:gap-x-2">
      <span className="w-12 text-sm text-muted sm:w-16">{kind}</span>
      <input
        type="time"
        aria-label={t('opensAt', { day, kind })}
        className={input}
        disabled={disabled}
        value={timeText(range.opensMinute)}
        onChange={(event) => {
          const minute = minuteOf(event.target.value);
          if (minute !== null) set(minute, range.closesMinute);
        }}
      />
      <span aria-hidden>–</span>
      <input
        type="time"
        aria-label={t('closesAt', { day, kind })}
        className={input}
        disabled={disabled}
        value={timeText(range.closesMinute)}
        onChange={(event) => {
          const minute = minuteOf(event.target.value);
          if (minute !== null) set(range.opensMinute, minute);
        }}
      />
      {disabled ? null : (
        <IconButton label={t('removeRange', { day, kind })} onClick={onRemove}>
          <Trash2 aria-hidden className="size-4 text-muted" />
        </IconButton>
      )}
      {range.closesMinute > 1440 ? <span className="text-xs text-muted">{t('nextDay')}</span> : null}
    </li>
  );
};

/** The week in rows: each day's hours and breaks, typed. */
export const WeekRows = ({ hours, period, onChange, disabled }: Props) => {
  const t = useText('setup');
  const language = useLanguage();
  const add = (weekday: number, kind: Range['kind']): void => {
    const last = hours
      .filter((one) => isOf(period, one) && one.weekday === weekday && one.kind === 'open')
      .at(-1);
    const opens =
      kind === 'break' ? (last ? last.opensMinute + 120 : 780) : last ? last.closesMinute + 60 : 540;
    const opensMinute = Math.min(opens, 1380);
    const closesMinute = opensMinute + (kind === 'break' ? 30 : last ? 60 : 480);
    onChange([...hours, { kind, weekday, opensMinute, closesMinute, ...periodOf(period) }]);
  };
  const copies = [
    ['copyAll', weekdays],
    ['copyWork', [1, 2, 3, 4, 5, 6]],
    ['copyWeekend', [6, 7]],
  ] as const;
  return (
    <ul className="divide-y divide-hairline">
      {weekdays.map((weekday) => {
        const day = weekdayName(language, weekday);
        const ranges = hours.filter((one) => isOf(period, one) && one.weekday === weekday);
        return (
          <li key={weekday} className="py-3">
            <div className="flex flex-wrap items-center justify-end gap-x-1 sm:gap-x-2">
              <h3 className="flex-1 text-sm font-semibold first-letter:uppercase">{day}</h3>
              {disabled ? null : (
                <>
                  <Button
                    look="quiet"
                    className="px-2 md:px-3"
                    aria-label={`${day}: ${t('addOpen')}`}
                    onClick={() => {
                      add(weekday, 'open');
                    }}
                  >
                    <Plus aria-hidden className="size-4" />
                    {t('addOpen')}
                  </Button>
                  {ranges.length > 0 ? (
                    <>
                      <Button
                        look="quiet"
                        className="px-2 md:px-3"
                        aria-label={`${day}: ${t('addBreak')}`}
                        onClick={() => {
                          add(weekday, 'break');
                        }}
                      >
                        {t('addBreak')}
                      </Button>
                      <Menu
                        trigger={
                          <IconButton label={t('copyDay', { day })}>
                            <Copy aria-hidden className="size-4" />
                          </IconButton>
                        }
                      >
                        {copies.map(([key, to]) => (
                          <MenuItem
                            key={key}
                            onSelect={() => {
                              onChange(copyDay(hours, period, weekday, to));
                            }}
                          >
                            {t(key)}
                          </MenuItem>
                        ))}
                        {weekdays
                          .filter((one) => one !== weekday)
                          .map((one) => (
                            <MenuItem
                              key={one}
                              onSelect={() => {
                                onChange(copyDay(hours, period, weekday, [one]));
                              }}
                            >
                              {weekdayName(language, one)}
                            </MenuItem>
                          ))}
                      </Menu>
                    </>
                  ) : null}
                </>
              )}
            </div>
            {ranges.length === 0 ? <p className="text-sm text-muted">{t('closedDay')}</p> : null}
            <ul className="flex flex-col gap-1">
              {ranges.map((range, place) => (
                <RangeRow
                  key={place}
                  range={range}
                  day={day}
                  disabled={disabled}
                  onChange={(next) => {
                    onChange(hours.map((one) => (one === range ? next : one)));
                  }}
                  onRemove={() => {
                    onChange(hours.filter((one) => one !== range));
                  }}
                />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
};
