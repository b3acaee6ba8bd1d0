import type { HttpClient } from '../http/http-client';
import { ChannelFailure } from '../types';
import type { GupshupConnection } from './line';
import { listTemplates } from './templates';

const keptMs = 10 * 60_000;
const maxApps = 1_000;

/** Gives Gupshup's id of a template by its name and language. Throws ChannelFailure, `rejected` where there is none. */
export type TemplateIds = (
  connection: GupshupConnection,
  template: { name: string; language: string },
) => Promise<string>;

/**
 * Looks ids up and remembers them for ten minutes. That is only for speed: what is not among them is looked up anew, so that
 * a template may be sent as soon as it is approved.
 */
export function createTemplateIds(http: HttpClient, nowMs: () => number): TemplateIds {
  const known = new Map<string, { untilMs: number; ids: Map<string, string> }>();

  const fetched = async (connection: GupshupConnection): Promise<Map<string, string>> => {
    const approved = (await listTemplates(http, connection)).filter(({ status }) => status === 'approved');
    const ids = new Map(approved.map((each) => [keyOf(each), each.externalId]));
    if (known.size >= maxApps) known.clear();
    known.set(connection.appId, { untilMs: nowMs() + keptMs, ids });
    return ids;
  };

  return async (connection, template) => {
    const kept = known.get(connection.appId);
    const id = kept && kept.untilMs > nowMs() ? kept.ids.get(keyOf(template)) : undefined;
    const found = id ?? (await lookedUp(connection, template));
    if (found === undefined)
      throw new ChannelFailure('rejected', `No approved template ${template.name} in ${template.language}`);
    return found;
  };

  async function lookedUp(connection: GupshupConnection, template: { name: string; language: string }) {
    try {
      return (await fetched(connection)).get(keyOf(template));
    } catch (error) {
      // Only a look was taken: nothing of the message has left.
      if (error instanceof ChannelFailure && error.kind === 'unknown-outcome')
        throw new ChannelFailure('unavailable', error.detail);
      throw error;
    }
  }
}

const keyOf = ({ name, language }: { name: string; language: string }): string => `${name} ${language}`;
