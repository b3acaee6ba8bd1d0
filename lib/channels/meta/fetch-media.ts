import { z } from 'zod';
import { fetchFile, isAddressOf } from '../http/fetch-file';
import { type FetchedMedia, ChannelFailure } from '../types';
import { type MetaLine, request } from './line';

const mediaSchema = z.looseObject({
  url: z.string().min(1).max(4096),
  mime_type: z.string().optional().catch(undefined),
});

/** Meta's own servers: our token goes nowhere else. */
const domains = ['fbsbx.com', 'fbcdn.net', 'facebook.com', 'whatsapp.net'];

/**
 * A customer's file by the id in their message, within the days that Meta keeps it. Its address lives for five minutes and
 * wants the same token; `readdressed` says where it is really to be had. Throws ChannelFailure.
 * Source: Meta, "Media".
 */
export async function fetchMedia(
  line: MetaLine,
  { base, mediaId, readdressed = (url) => url }: MediaAt,
): Promise<FetchedMedia> {
  const described = await request(line, { method: 'GET', url: `${base}/${encodeURIComponent(mediaId)}` });
  const { data } = mediaSchema.safeParse(described);
  const url = data && readdressed(data.url);
  if (!url || !isAddressOf(url, base, domains))
    throw new ChannelFailure('rejected', 'The provider named no address of this file');
  return fetchFile(line.http, { url, headers: line.headers, mimeType: data.mime_type });
}

type MediaAt = {
  /** What the ids of media are asked beneath; no trailing slash. */
  base: string;
  mediaId: string;
  readdressed?: (url: string) => string;
};
