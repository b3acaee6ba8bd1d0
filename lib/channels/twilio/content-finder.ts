import type { HttpClient } from '../http/http-client';
import type { TwilioConnection } from './call';
import { type Content, currentOf, listContents } from './contents';

/** What was approved stays so for long; a rejection is told by the send itself. */
const freshMs = 10 * 60_000;
/** A template that is not in the list may have been added since; but asking for it does not ask Twilio each time. */
const againMs = 30_000;
const maxAccounts = 1_000;

type Known = { at: number; contents: Promise<Content[]> };

export type ContentFinder = (
  connection: TwilioConnection,
  template: { name: string; language: string },
) => Promise<Content | null>;

/**
 * Finds the content of a template by our name of it; null where the account has none. The account's list is kept for some
 * minutes: losing it costs one call. Throws ChannelFailure.
 */
export function createContentFinder(http: HttpClient, now: () => Date): ContentFinder {
  const accounts = new Map<string, Known>();
  const listed = (connection: TwilioConnection, maxAgeMs: number): Promise<Content[]> => {
    const key = `${connection.apiUrl} ${connection.accountSid}`;
    const at = now().getTime();
    const known = accounts.get(key);
    if (known && Math.abs(at - known.at) < maxAgeMs) return known.contents;
    if (accounts.size >= maxAccounts) accounts.clear();
    const contents = listContents(http, connection).then(currentOf);
    accounts.set(key, { at, contents });
    // What failed is asked for again.
    contents.catch(() => accounts.delete(key));
    return contents;
  };
  return async (connection, { name, language }) => {
    for (const maxAgeMs of [freshMs, againMs]) {
      const found = (await listed(connection, maxAgeMs)).find(
        (content) => content.name === name && content.language === language,
      );
      if (found) return found;
    }
    return null;
  };
}
