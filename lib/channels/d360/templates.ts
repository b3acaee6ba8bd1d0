import { z } from 'zod';
import type { ProviderTemplate } from '../../messaging/template-definition';
import { ChannelFailure, type TemplateDesk } from '../types';
import type { HttpClient } from '../http/http-client';
import { request } from '../meta/line';
import { readTemplate } from '../meta/read-template';
import { templateJson } from '../meta/template-json';
import { lineOf, type D360Connection } from './line';

const pageSize = 100;
/** Far above the 6,000 that an account may have. */
const maxPages = 100;

const listSchema = z.looseObject({
  waba_templates: z.array(z.unknown()),
  total: z.number().optional().catch(undefined),
});

/** Old answers have the list under a name of its own, newer ones may have Meta's. */
const pageOf = (answer: unknown): { listed: unknown[]; total: number | undefined } => {
  const { data: own } = listSchema.safeParse(answer);
  if (own) return { listed: own.waba_templates, total: own.total };
  const { data: metas } = z.looseObject({ data: z.array(z.unknown()) }).safeParse(answer);
  return { listed: metas?.data ?? [], total: undefined };
};

/**
 * 360dialog's keeping of templates, in Meta's shapes. It changes none that is there: it refuses a name and language that
 * it has, and that is `rejected`. Source: 360dialog, "Template messages".
 */
export function createTemplateDesk(http: HttpClient): TemplateDesk<D360Connection> {
  const at = ({ apiUrl }: D360Connection, rest = ''): string => `${apiUrl}/v1/configs/templates${rest}`;
  const list = async (connection: D360Connection): Promise<ProviderTemplate[]> => {
    const line = lineOf(http, connection);
    const all: unknown[] = [];
    for (let page = 0; page < maxPages; page += 1) {
      const url = at(connection, `?limit=${pageSize}&offset=${page * pageSize}`);
      const { listed, total } = pageOf(await request(line, { method: 'GET', url }));
      all.push(...listed);
      if (listed.length < pageSize || (total !== undefined && all.length >= total)) break;
    }
    return all.flatMap((listed) => readTemplate(listed) ?? []);
  };
  return {
    list,
    async submit(connection, template) {
      const line = lineOf(http, connection);
      const answer = await request(line, {
        method: 'POST',
        url: at(connection),
        json: templateJson(template),
      });
      const { name, language, category, body } = template;
      // What the answer leaves out is as it was submitted.
      const given = readTemplate({ name, language, category, ...(answer !== null && Object(answer)) });
      if (!given) throw new ChannelFailure('unknown-outcome', 'A success that names no template');
      return { ...given, status: given.status === 'unknown' ? 'pending' : given.status, body };
    },
    async remove(connection, name) {
      if (!(await list(connection)).some((template) => template.name === name)) return;
      const url = at(connection, `/${encodeURIComponent(name)}`);
      await request(lineOf(http, connection), { method: 'DELETE', url });
    },
  };
}
