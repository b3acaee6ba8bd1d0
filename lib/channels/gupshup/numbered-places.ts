import { placesIn } from '../../messaging/template-places';
import type { OutboundMessage } from '../../messaging/types';

// Gupshup knows places by number only. A message's parameters come by name, in no order that could be relied on, so a
// name's number is its place in the alphabet: the same when a template is submitted and whenever it is sent.

type TemplateMessage = Extract<OutboundMessage, { kind: 'template' }>;

/** `Hello {{who}}, at {{place}}` → `Hello {{2}}, at {{1}}`; a header's places come first, counted on their own. */
export function withNumbers(text: string): string {
  const names = placesIn(text).sort();
  return text.replace(/\{\{([a-z][a-z0-9_]*)\}\}/g, (_, name: string) => `{{${names.indexOf(name) + 1}}}`);
}

/** The parameters in the order of their numbers: the header's, the body's, then those of addresses. */
export function paramsOf({ header, body, buttons }: TemplateMessage): string[] {
  const named = Array.isArray(body)
    ? body
    : Object.entries(body)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, text]) => text);
  const suffixes = (buttons ?? []).flatMap((button) => (button.type === 'url' ? button.suffix : []));
  return [...(header === undefined ? [] : [header]), ...named, ...suffixes];
}
