import type { WeeklyHours } from '../scheduling/types';
import { demoServices } from './demo-services';
import { demoResources } from './demo-resources';
import type { Catalog } from './types';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

const at = (hour: number, minute = 0): number => hour * 60 + minute;

const open = (resourceId: string | null, weekdays: number[], opens: number, closes: number): WeeklyHours[] =>
  weekdays.map((weekday) => ({
    resourceId,
    kind: 'open',
    weekday,
    opensMinute: opens,
    closesMinute: closes,
  }));

const pause = (resourceId: string, weekdays: number[], from: number, to: number): WeeklyHours[] =>
  weekdays.map((weekday) => ({ resourceId, kind: 'break', weekday, opensMinute: from, closesMinute: to }));

/**
 * The demo business as plain data: a badminton club and a clinic under one roof in Chennai. Ids are readable keys;
 * the seed gives every row its own id. Public holidays are not here, since they are computed when it is seeded.
 */
export const demoBusiness: Catalog = {
  business: {
    id: 'demo',
    slug: 'demo',
    name: { en: 'Neram Sports & Clinic', ta: 'நேரம் ஸ்போர்ட்ஸ் & கிளினிக்' },
    address: {
      en: '12, Sample Street, T. Nagar, Chennai 600017',
      ta: '12, மாதிரி தெரு, தி. நகர், சென்னை 600017',
    },
    wording: {},
    zone: 'Asia/Kolkata',
    defaultLanguage: 'ta',
    phone: '+914400000000',
    latitude: 13.0418,
    longitude: 80.2341,
    staffIdleMinutes: 60,
  },
  services: demoServices,
  resources: demoResources,
  hours: [
    ...open(null, everyDay, at(6), at(22)),
    ...open('dr-priya', [1, 2, 3, 5, 6], at(10), at(13)),
    ...open('dr-priya', [1, 2, 4, 5, 6], at(17), at(20)),
    ...pause('dr-priya', [1, 2, 4, 5, 6], at(18, 30), at(18, 45)),
    ...open('dr-karthik', [1, 2, 3, 4, 5, 6], at(9), at(13)),
    ...pause('dr-karthik', [1, 2, 3, 4, 5, 6], at(11), at(11, 20)),
    ...open('dr-karthik', [1, 2, 3, 4, 5], at(16, 30), at(20, 30)),
    ...open('dr-karthik', [7], at(10), at(12)),
    ...open('dr-meena', [2, 4, 6], at(11), at(14)),
    ...pause('dr-meena', [6], at(12, 20), at(12, 40)),
    ...open('dr-meena', [1, 3, 5], at(18), at(21)),
  ],
  closures: [
    {
      resourceId: null,
      startsOn: '2026-01-15',
      endsOn: '2026-01-15',
      yearly: true,
      reason: { en: 'Pongal', ta: 'பொங்கல்' },
    },
  ],
};
