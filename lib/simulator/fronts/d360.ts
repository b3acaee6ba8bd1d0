import { createHash } from 'node:crypto';
import { z } from 'zod';
import { GraphError } from '../graph-error';
import { postsOfMeta } from '../meta-posts';
import { readGraphRequest, readJson } from '../read-request';
import { templateListing } from '../templates';
import { jsonAnswer } from './json-answer';
import { approvedOf } from './submitted-template';
import type { FrontAnswer, FrontCall, FrontCore, ProviderFront } from './types';

export type D360Keys = { apiKey: string; webhookSecret: string };

/** Meta's files, as 360dialog names them and as it serves them. Source: reference §8, media read. */
const metasFiles = 'https://lookaside.fbsbx.com';
const filePath = ['whatsapp_business', 'attachments'];

/** 360dialog's API: Meta's bodies without a number in the path, a key in a header, the webhook's own header. Reference §8. */
export const d360Front = ({ apiKey, webhookSecret }: D360Keys): ProviderFront => {
  /** What was entered here; before that, where the simulator was started to post to, with the secret in the header. */
  let entered: Webhook | null = null;
  const webhookOf = (core: FrontCore): Webhook =>
    entered ?? { url: core.webhookUrl, headers: { Authorization: `Bearer ${webhookSecret}` } };

  const answerWebhook = (core: FrontCore, { method, body }: FrontCall): FrontAnswer => {
    if (method === 'GET') return jsonAnswer(200, webhookOf(core));
    const { data } = webhookSchema.safeParse(readJson(body));
    if (method !== 'POST' || !data) return refused(400, 'url and headers are expected');
    entered = { url: data.url, headers: data.headers ?? {} };
    return jsonAnswer(200, entered);
  };

  return {
    async answer(core, call) {
      if (call.headers['d360-api-key'] !== apiKey) return refused(401, 'Invalid api key');
      const name = `${call.method} /${call.path.join('/')}`;
      if (name === 'POST /messages') return postMessages(core, call);
      if (call.path.join('/') === 'v1/configs/webhook') return answerWebhook(core, call);
      if (call.path.slice(0, 3).join('/') === 'v1/configs/templates') return templates(core, call);
      if (call.method === 'GET' && call.path.join('/') === filePath.join('/'))
        return file(core, call.query.get('mid') ?? '');
      if (call.method === 'GET' && call.path.length === 1) return describeFile(core, call.path[0] ?? '');
      return Promise.resolve(refused(404, 'There is no such address'));
    },
    posts(core, news) {
      // Signed all the same, with the secret of an app that is not ours.
      const { url, headers } = webhookOf(core);
      return postsOfMeta({ ...core.number, appSecret: '360dialog' })(news).map((post) => ({
        ...post,
        url,
        headers: { ...post.headers, ...headers },
      }));
    },
  };
};

type Webhook = { url: string; headers: Record<string, string> };
const webhookSchema = z.strictObject({
  url: z.url(),
  headers: z.record(z.string(), z.string()).optional(),
});

const refused = (status: number, message: string): FrontAnswer =>
  jsonAnswer(status, {
    meta: {
      api_status: 'stable',
      version: 'v2',
      success: false,
      http_code: status,
      developer_message: message,
    },
  });

const postMessages = (core: FrontCore, { headers, body }: FrontCall): FrontAnswer => {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? ''))
    throw new GraphError(100, 'Content-Type must be application/json.');
  const read = readGraphRequest(body);
  if (read.kind === 'read') {
    core.markRead(read.payload.message_id, read.payload.typing_indicator !== undefined);
    return jsonAnswer(200, { success: true });
  }
  const sent = core.send(JSON.parse(body) as object);
  return jsonAnswer(200, sent.body, { drop: sent.drop, customerId: sent.customerId });
};

const describeFile = (core: FrontCore, mediaId: string): FrontAnswer => {
  const medium = core.media(mediaId);
  if (!medium) throw new GraphError(33, `Object with ID '${mediaId}' does not exist.`);
  return jsonAnswer(200, {
    messaging_product: 'whatsapp',
    url: `${metasFiles}/${filePath.join('/')}/?mid=${mediaId}`,
    mime_type: medium.mimeType,
    sha256: medium.sha256,
    file_size: medium.bytes.length,
    id: mediaId,
  });
};

const file = (core: FrontCore, mediaId: string): FrontAnswer => {
  const medium = core.media(mediaId);
  if (!medium) return refused(404, 'There is no such file');
  return { status: 200, contentType: medium.mimeType, body: medium.bytes };
};

const idOf = (template: { name: string; language: string }): string =>
  String(
    parseInt(
      createHash('sha1').update(`${template.name}:${template.language}`).digest('hex').slice(0, 12),
      16,
    ),
  );

/** Approved at once. Source: reference §8; states come in small letters. */
const templates = (core: FrontCore, { method, path, query, body }: FrontCall): FrontAnswer => {
  const name = path[3];
  if (method === 'GET' && name === undefined) {
    const offset = Number(query.get('offset') ?? 0);
    const page = core.templates.list().slice(offset, offset + Number(query.get('limit') ?? 1000));
    const listed = page.map((each) => ({ ...templateListing(each, idOf(each)), status: 'approved' }));
    return jsonAnswer(200, {
      count: listed.length,
      total: core.templates.list().length,
      offset,
      waba_templates: listed,
    });
  }
  if (method === 'DELETE' && name !== undefined) {
    if (!core.templates.remove(name)) return refused(404, `Template ${name} not found`);
    return jsonAnswer(200, { meta: { success: true } });
  }
  if (method !== 'POST' || name !== undefined) return refused(405, 'Method not allowed');
  const made = approvedOf(readJson(body));
  if ('fault' in made) throw new GraphError(100, made.fault);
  const { template } = made;
  if (
    core.templates.list().some((each) => each.name === template.name && each.language === template.language)
  )
    throw new GraphError(100, `There is already content in this language for ${template.name}.`);
  core.templates.add(template);
  return jsonAnswer(201, { id: idOf(template), status: 'submitted', category: template.category });
};
