const names = [
  'q',
  'period',
  'from',
  'to',
  'serviceId',
  'resourceId',
  'status',
  'payment',
  'source',
  'sort',
  'order',
] as const;
export type FilterName = (typeof names)[number];
export type ShownFilters = Partial<Record<FilterName, string>>;

/** The filters that an address holds. */
export const filtersOf = (params: { get(name: string): string | null }): ShownFilters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );

/** Changes words of the address in place; nothing is asked of the server. */
export function setParams(changes: Record<string, string | null>, push = false): void {
  const params = new URLSearchParams(window.location.search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) params.set(name, value);
    else params.delete(name);
  }
  const query = params.toString();
  const address = query ? `?${query}` : window.location.pathname;
  if (push) window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}
