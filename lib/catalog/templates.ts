import type { WeeklyHours } from '../scheduling/types';
import { demoServices } from './demo-services';
import { demoResources } from './demo-resources';
import type { TemplateKind } from './template-kinds';
import type { Catalog, CatalogResource, CatalogService } from './types';

/** What a business offers: ids are keys within it. */
export type Offer = Pick<Catalog, 'services' | 'resources' | 'hours'>;

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const workDays = [1, 2, 3, 4, 5, 6];

const open = (
  resourceId: string | null,
  weekdays: readonly number[],
  fromHour: number,
  toHour: number,
): WeeklyHours[] =>
  weekdays.map((weekday) => ({
    resourceId,
    kind: 'open',
    weekday,
    opensMinute: fromHour * 60,
    closesMinute: toHour * 60,
  }));

function demoService(kind: CatalogService['kind']): CatalogService {
  const found = demoServices.find((one) => one.kind === kind);
  if (!found) throw new Error(`The demo offers no ${kind}.`);
  return found;
}

/** Courts as in the demo: their many spoken names are what is worth taking over. */
function club(): Offer {
  const resources = demoResources.filter((one) => one.kind === 'court').slice(0, 3);
  const courts = {
    ...demoService('court'),
    description: null,
    offerings: resources.map(({ id }) => ({ resourceId: id, capacity: 1 })),
  };
  return { services: [courts], resources, hours: open(null, everyDay, 6, 22) };
}

const doctor = (number: number): CatalogResource => ({
  id: `doctor-${String(number)}`,
  kind: 'doctor',
  name: { en: `Doctor ${String(number)}`, ta: `டாக்டர் ${String(number)}` },
  detail: null,
  aliases: [],
  capacity: 1,
});

/** Two doctors without a name yet, mornings and evenings, closed on Sundays. */
function clinic(): Offer {
  const resources = [doctor(1), doctor(2)];
  const consultation = {
    ...demoService('consultation'),
    description: null,
    priceRules: [],
    offerings: resources.map(({ id }) => ({ resourceId: id, capacity: 1 })),
  };
  const hours = [...open(null, workDays, 9, 13), ...open(null, workDays, 17, 21)];
  return { services: [consultation], resources, hours };
}

/** A usual offer to begin with, to be changed to one's own. */
export const templateOf = (kind: TemplateKind): Offer => (kind === 'club' ? club() : clinic());
