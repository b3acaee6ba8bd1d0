import { fetchFile } from '../http/fetch-file';
import type { FetchedMedia } from '../types';
import type { OnPremLine } from './line';
import type { OnPremConnection } from './sessions';

/** A customer's file, which the webapp gives out itself. Throws ChannelFailure. Source: Meta, On-Premises API, "Media". */
export async function fetchMedia(
  { http, sessions }: OnPremLine,
  connection: OnPremConnection,
  mediaId: string,
): Promise<FetchedMedia> {
  const token = await sessions.tokenFor(connection);
  return fetchFile(http, {
    url: `${connection.apiUrl}/v1/media/${encodeURIComponent(mediaId)}`,
    headers: bearer(token),
    signInAgain: async () => bearer(await sessions.tokenFor(connection, token)),
  });
}

const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
