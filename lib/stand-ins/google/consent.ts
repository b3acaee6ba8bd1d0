import { randomId } from '../random-id';
import { Refusal } from './refusal';
import type { GoogleWorld } from './world';

/** What the consent page comes to: a page of choices, or the way back. */
export type Consent = { page: string } | { location: string };

const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/**
 * The page where somebody lets an application into their calendars: first who they are, then the way back with a code, as
 * `choice` says. Throws Refusal for what Google would show an error page for.
 */
export function answerConsent(world: GoogleWorld, query: URLSearchParams): Consent {
  const redirectUri = query.get('redirect_uri') ?? '';
  const scope = query.get('scope') ?? '';
  if (query.get('client_id') !== world.client.id || !URL.canParse(redirectUri))
    throw new Refusal(400, { error: 'invalid_request' });
  if (query.get('response_type') !== 'code' || scope === '')
    throw new Refusal(400, { error: 'invalid_request' });
  const choice = query.get('choice');
  if (choice === null) return { page: page(world, query) };
  const back = new URL(redirectUri);
  back.searchParams.set('state', query.get('state') ?? '');
  if (!world.people.has(choice)) back.searchParams.set('error', 'access_denied');
  else {
    const code = `4/${randomId(30)}`;
    world.codes.set(code, { email: choice, redirectUri, scope });
    back.searchParams.set('code', code);
    back.searchParams.set('scope', scope);
  }
  return { location: back.href };
}

function page(world: GoogleWorld, query: URLSearchParams): string {
  const link = (choice: string, words: string): string => {
    const next = new URLSearchParams(query);
    next.set('choice', choice);
    return `<p><a href="?${escape(next.toString())}">${escape(words)}</a></p>`;
  };
  const people = [...world.people.keys()].map((email) => link(email, `Allow as ${email}`)).join('');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Stand-in of Google</title><body style="font:16px system-ui;max-width:30rem;margin:3rem auto;padding:0 1rem">
<h1>Stand-in of Google</h1><p>This is not Google: no real calendar is reached. Who lets Neram in?</p>${people}${link('nobody', 'Cancel')}</body></html>`;
}
