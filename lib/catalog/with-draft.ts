import type { BusinessForm, ResourceForm, ServiceForm } from './setup/schema';
import type { Catalog } from './types';

/** What is being written in a form of setup; `id` null: it is not stored yet. */
export type SetupDraft =
  | { kind: 'business'; form: BusinessForm }
  | { kind: 'service'; id: string | null; form: ServiceForm }
  | { kind: 'resource'; id: string | null; form: ResourceForm };

/** The id of what is not stored yet. */
export const draftId = '00000000-0000-7000-8000-000000000000';

/** The offer as it will be once the form is saved. Pure. */
export function withDraft(catalog: Catalog, draft: SetupDraft): Catalog {
  if (draft.kind === 'business') return { ...catalog, business: { ...catalog.business, ...draft.form } };
  const id = draft.id ?? draftId;
  if (draft.kind === 'service') {
    const { offerings, ...form } = draft.form;
    const capacityOf = new Map(catalog.resources.map((one) => [one.id, one.capacity]));
    const priceRules = catalog.services.find((one) => one.id === id)?.priceRules ?? [];
    const offered = offerings.map((one) => ({ ...one, capacity: capacityOf.get(one.resourceId) ?? 1 }));
    return { ...catalog, services: put(catalog.services, { ...form, id, priceRules, offerings: offered }) };
  }
  const { offerings, ...form } = draft.form;
  const services = catalog.services.map((service) => {
    const own = offerings.find((one) => one.serviceId === service.id);
    const others = service.offerings.filter((one) => one.resourceId !== id);
    if (!own) return { ...service, offerings: others };
    const { durationMinutes, stepMinutes, pricePaise } = own;
    const terms = {
      ...(durationMinutes && { durationMinutes }),
      ...(stepMinutes !== undefined && { stepMinutes }),
      ...(pricePaise !== undefined && { pricePaise }),
    };
    return { ...service, offerings: [...others, { ...terms, resourceId: id, capacity: form.capacity }] };
  });
  return { ...catalog, services, resources: put(catalog.resources, { ...form, id }) };
}

/** The row in its place, or at the end where it is new. */
const put = <T extends { id: string }>(rows: readonly T[], row: T): T[] =>
  rows.some((one) => one.id === row.id) ? rows.map((one) => (one.id === row.id ? row : one)) : [...rows, row];
