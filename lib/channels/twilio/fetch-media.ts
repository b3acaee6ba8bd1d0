import { fetchFile, isAddressOf } from '../http/fetch-file';
import type { HttpClient } from '../http/http-client';
import { type FetchedMedia, ChannelFailure } from '../types';
import { signInOf, type TwilioConnection } from './call';

/** Twilio's own servers: our sign-in goes nowhere else. */
const domains = ['twilio.com'];
/** Where its files really lie. */
const stores = [...domains, 'twiliocdn.com', 'amazonaws.com'];

/**
 * A customer's file by its address, which is all the id it has. Twilio sends on to a store of its own with an address that
 * proves itself, so the sign-in stays behind. Throws ChannelFailure. Source: Twilio, Media resource.
 */
export async function fetchMedia(
  http: HttpClient,
  connection: TwilioConnection,
  mediaId: string,
): Promise<FetchedMedia> {
  if (!isAddressOf(mediaId, connection.apiUrl, domains))
    throw new ChannelFailure('rejected', 'The file is not at Twilio');
  return fetchFile(http, {
    url: mediaId,
    headers: signInOf(connection),
    mayLeadTo: (location) => isAddressOf(location, connection.apiUrl, stores),
  });
}
