/** Where a request comes from, as the nearest proxy says it; for limits and the audit log, never for permission. */
export const addressOf = (headers: Headers): string =>
  headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? headers.get('x-real-ip') ?? 'unknown';

/** Where a request comes from and by what, for the audit log. */
export const originOf = (headers: Headers): { address: string; agent: string } => ({
  address: addressOf(headers),
  agent: (headers.get('user-agent') ?? '').slice(0, 200),
});

/** Whether a page of somebody else's sent this request through a visitor's browser. */
export const isForeignSite = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site');
  return site !== null && site !== 'same-origin' && site !== 'none';
};
