export const runtime = 'nodejs';
export const dynamic = 'force-dynamic';

/** The process answers; nothing else is asked. */
export const GET = (): Response => Response.json({ status: 'live' });
