import type { Setup } from '../../lib/catalog/setup/schema';

export type FirstStep = {
  key: 'business' | 'service' | 'resource' | 'offer' | 'hours' | 'price' | 'booking';
  page: string;
  done: boolean;
};

/** Nothing was set up yet: a template may fill it. */
export const isEmpty = ({ services, resources, timetables }: Setup): boolean =>
  services.length === 0 && resources.length === 0 && timetables.every((one) => one.hours.length === 0);

/** What a business needs up to its first booking, in the order in which it is best done. */
export function firstSteps(
  { business, services, resources, timetables }: Setup,
  booked: boolean,
): FirstStep[] {
  const liveServices = services.filter((one) => !one.archived);
  const liveResources = resources.filter((one) => !one.archived);
  const offering = liveResources.filter((one) => one.offerings.length > 0);
  const hasHours = (resourceId: string | null): boolean =>
    timetables.some(
      (one) => one.resourceId === resourceId && one.hours.some((range) => range.kind === 'open'),
    );
  return [
    {
      key: 'business',
      page: 'business',
      done: Object.keys(business.address).length > 0 && business.phone !== null,
    },
    { key: 'service', page: 'services', done: liveServices.length > 0 },
    { key: 'resource', page: 'resources', done: liveResources.length > 0 },
    {
      key: 'offer',
      page: 'resources',
      done: offering.length > 0 && offering.length === liveResources.length,
    },
    {
      key: 'hours',
      page: 'hours',
      done: hasHours(null) || (offering.length > 0 && offering.every((one) => hasHours(one.id))),
    },
    { key: 'price', page: 'prices', done: liveServices.some((one) => one.pricePaise > 0) },
    { key: 'booking', page: '', done: booked },
  ];
}
