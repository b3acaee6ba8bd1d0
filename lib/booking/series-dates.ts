import { AppError } from '../kernel/app-error';
import type { LocalDate } from '../scheduling/types';
import { dateOfDayNumber, dayNumberOf } from '../scheduling/zone';
import { mostSeriesDates, type SeriesRule } from './schema';

const daysPerWeek = 7;

/**
 * The local dates of a series, in order, whether or not anything is free on them.
 * Throws `invalid` for a last date before the first, and for more dates than a series may have.
 */
export function seriesDates({
  firstOn,
  everyWeeks,
  end,
}: Pick<SeriesRule, 'firstOn' | 'everyWeeks' | 'end'>): LocalDate[] {
  const first = dayNumberOf(firstOn);
  const step = everyWeeks * daysPerWeek;
  const times = 'times' in end ? end.times : Math.floor((dayNumberOf(end.untilOn) - first) / step) + 1;
  if (times < 1) throw new AppError('invalid', 'The last date is before the first.');
  if (times > mostSeriesDates) {
    throw new AppError('invalid', `A series has at most ${String(mostSeriesDates)} dates.`);
  }
  return Array.from({ length: times }, (_, index) => dateOfDayNumber(first + index * step));
}
