'use client';

import { DayPicker } from 'react-day-picker';
import { formatMonth, formatDay, weekdayName } from '../../lib/i18n/format-day';
import { useLanguage, useText } from '../words';
import { cn } from '../ui/class-names';

const dateOf = (text: string): Date => new Date(`${text}T12:00:00`);
const two = (number: number): string => String(number).padStart(2, '0');
const textOf = (at: Date): string =>
  `${String(at.getFullYear())}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;

type Props = { value: string; today: string; onPick: (date: string) => void };

/** A month to pick a day from. Dates are names of days here, whatever the browser's own zone is. */
export function DatePicker({ value, today, onPick }: Props) {
  const language = useLanguage();
  const t = useText('calendar');
  return (
    <DayPicker
      mode="single"
      required
      autoFocus
      showOutsideDays
      weekStartsOn={1}
      today={dateOf(today)}
      defaultMonth={dateOf(value)}
      selected={dateOf(value)}
      onSelect={(at) => {
        onPick(textOf(at));
      }}
      formatters={{
        formatCaption: (at) => formatMonth(language, textOf(at)),
        formatWeekdayName: (at) => weekdayName(language, at.getDay() || 7, 'weekdayNarrow'),
      }}
      labels={{
        labelDayButton: (at) => formatDay(language, textOf(at)),
        labelGrid: (at) => formatMonth(language, textOf(at)),
        labelWeekday: (at) => weekdayName(language, at.getDay() || 7),
        labelPrevious: () => t('previousMonth'),
        labelNext: () => t('nextMonth'),
      }}
      classNames={{
        months: 'relative',
        nav: 'absolute inset-x-0 top-0 flex justify-between',
        button_previous: 'flex size-10 items-center justify-center rounded hover:bg-surface-sunken',
        button_next: 'flex size-10 items-center justify-center rounded hover:bg-surface-sunken',
        chevron: 'size-4 fill-muted',
        month_caption: 'flex h-10 items-center justify-center font-semibold',
        weekdays: 'text-xs text-muted',
        weekday: 'size-11 font-normal md:size-10',
        day: 'p-0 text-center',
        day_button: 'size-11 rounded text-sm hover:bg-surface-sunken md:size-10',
        selected: cn('[&>button]:bg-accent [&>button]:font-semibold [&>button]:text-accent-ink'),
        today: 'font-semibold text-accent',
        outside: 'text-muted',
      }}
    />
  );
}
