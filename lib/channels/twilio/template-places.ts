import type { OutboundMessage } from '../../messaging/types';
import type { TemplateDefinition } from '../../messaging/template-definition';

type TemplateMessage = Extract<OutboundMessage, { kind: 'template' }>;

const placeForm = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * What fills a template's places, in the order of their numbers: Twilio knows places by number only, ours have names. A
 * button's payload or address is a place too: `button.0` by its index; the header's only place is `header`.
 */
export function placesOf({ header, body, buttons }: TemplateDefinition): string[] {
  const named = [...body.matchAll(placeForm)].map(([, name = '']) => name);
  const ofHeader = header !== undefined && /\{\{/.test(header) ? ['header'] : [];
  const ofButtons = buttons.flatMap((button, index) =>
    button.type === 'quick-reply' || (button.type === 'url' && button.url.includes('{{1}}'))
      ? [`button.${index}`]
      : [],
  );
  return [...new Set(named), ...ofHeader, ...ofButtons];
}

/**
 * The name a template is kept under at Twilio: our name and the names of its places, since its own places have only
 * numbers, e.g. `booking_reminder(customer,when,button.0)`.
 */
export const friendlyName = (name: string, places: readonly string[]): string =>
  `${name}(${places.join(',')})`;

/** A name such as `friendlyName` makes; `places` is null for one that somebody else has given. */
export function readFriendlyName(kept: string): { name: string; places: string[] | null } {
  const [, name, places] = /^([^()]+)\(([\w.,]*)\)$/.exec(kept) ?? [];
  if (name === undefined || places === undefined) return { name: kept.trim(), places: null };
  return { name, places: places === '' ? [] : places.split(',') };
}

/** A text with its named places numbered as Twilio wants them. */
export const numbered = (text: string, places: readonly string[]): string =>
  text.replace(placeForm, (whole, name: string) => {
    const at = places.indexOf(name);
    return at < 0 ? whole : `{{${at + 1}}}`;
  });

/**
 * The message's parameters by the numbers of the places; null where the template asks for something that the message does
 * not give. A template that somebody else made has numbers alone: parameters go by their order or their own numbers.
 * A button without a payload keeps its sample.
 */
export function variablesOf(
  message: TemplateMessage,
  places: readonly string[] | null,
): Record<string, string> | null {
  const { body, header, buttons = [] } = message;
  const byName: Record<string, string> = Array.isArray(body)
    ? Object.fromEntries(body.map((text, at) => [String(at + 1), text]))
    : body;
  if (places === null) return Object.keys(byName).every((name) => /^\d+$/.test(name)) ? byName : null;

  const ordered = Array.isArray(body) ? [...body] : null;
  const filled: Record<string, string> = {};
  for (const [at, place] of places.entries()) {
    const [, index] = /^button\.(\d+)$/.exec(place) ?? [];
    const button = index === undefined ? undefined : buttons.find((one) => one.index === Number(index));
    const ofButton = button && (button.type === 'url' ? button.suffix : button.payload);
    const value =
      index !== undefined
        ? ofButton
        : place === 'header'
          ? header
          : ordered
            ? ordered.shift()
            : byName[place];
    if (value === undefined && index === undefined) return null;
    if (value !== undefined) filled[String(at + 1)] = value;
  }
  return filled;
}
