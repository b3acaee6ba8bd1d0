import Holidays from 'date-holidays';
import type { LocalText } from '../../kernel/local-text';
import type { Closure } from '../../scheduling/types';

/** Names that the package has in English only. */
const tamilNames: Record<string, string> = {
  'Labour Day': 'தொழிலாளர் தினம்',
  'Independence Day': 'சுதந்திர தினம்',
  'Christmas Day': 'கிறிஸ்துமஸ்',
  'Ambedkar Jayanti': 'தமிழ்ப் புத்தாண்டு · அம்பேத்கர் ஜெயந்தி',
};

/**
 * The public holidays of Tamil Nadu in the given years, as closures of the whole business. The package knows those
 * that follow the common calendar; feasts by the moon, such as Deepavali, the owner enters.
 */
export function demoHolidays(years: readonly number[]): Closure[] {
  const tamilNadu = new Holidays('IN', 'TN');
  return years.flatMap((year) => {
    const inTamil = new Map(tamilNadu.getHolidays(year, 'ta').map((day) => [day.date, day.name]));
    return tamilNadu
      .getHolidays(year, 'en')
      .filter((day) => day.type === 'public')
      .map((day): Closure => {
        const date = day.date.slice(0, 10);
        const reason: LocalText = {
          en: day.name,
          ta: tamilNames[day.name] ?? inTamil.get(day.date) ?? day.name,
        };
        return { resourceId: null, startsOn: date, endsOn: date, yearly: false, reason };
      });
  });
}
