import type { TemplateDefinition, TemplateDefinitionButton } from '../../messaging/template-definition';
import { numbered } from './template-places';

/** An example for each place by its number, which approval asks for. */
export const samplesOf = (
  { samples, header, buttons }: TemplateDefinition,
  places: readonly string[],
): Record<string, string> =>
  Object.fromEntries(
    places.map((place, at) => [String(at + 1), sampleOf(place, { samples, header, buttons })]),
  );

function sampleOf(
  place: string,
  {
    samples,
    buttons,
  }: { samples: TemplateDefinition['samples']; header: unknown; buttons: TemplateDefinition['buttons'] },
): string {
  const [, index] = /^button\.(\d+)$/.exec(place) ?? [];
  if (index === undefined) return samples[place] ?? place;
  const button = buttons[Number(index)];
  if (button?.type !== 'url') return `button-${index}`;
  // The sample is a whole address; the place is only its end.
  const start = button.url.slice(0, button.url.indexOf('{{1}}'));
  return button.sample?.startsWith(start) && button.sample.length > start.length
    ? button.sample.slice(start.length)
    : 'sample';
}

/**
 * The content's type and parts: the plainest that has all the template has, since text and quick replies also go to
 * channels without cards. Source: Twilio, Content API, content types.
 */
export function contentTypesOf(template: TemplateDefinition, places: readonly string[]): object {
  const { header, footer, buttons } = template;
  const body = numbered(template.body, places);
  const copyCode = buttons.find((button) => button.type === 'copy-code');
  if (copyCode)
    return {
      'whatsapp/authentication': {
        add_security_recommendation: true,
        actions: [{ type: 'COPY_CODE', copy_code_text: copyCode.title }],
      },
    };
  const framed = header !== undefined || footer !== undefined;
  if (buttons.length === 0 && !framed) return { 'twilio/text': { body } };
  if (!framed && buttons.every(({ type }) => type === 'quick-reply'))
    return {
      'twilio/quick-reply': {
        body,
        actions: buttons.map(({ title }, index) => ({ title, id: placeOf(places, index) })),
      },
    };
  const actions = buttons.map((button, index) => actionOf(button, index, places));
  if (!framed && buttons.every(({ type }) => type === 'url'))
    return { 'twilio/call-to-action': { body, actions } };
  return {
    'whatsapp/card': {
      body,
      ...(header !== undefined && {
        header_text: header.replace(/\{\{\s*\w+\s*\}\}/, placeNamed(places, 'header')),
      }),
      ...(footer !== undefined && { footer }),
      ...(actions.length > 0 && { actions }),
    },
  };
}

const actionOf = (button: TemplateDefinitionButton, index: number, places: readonly string[]): object =>
  button.type === 'url'
    ? { type: 'URL', title: button.title, url: button.url.replace('{{1}}', placeOf(places, index)) }
    : { type: 'QUICK_REPLY', title: button.title, id: placeOf(places, index) };

const placeOf = (places: readonly string[], index: number): string => placeNamed(places, `button.${index}`);
const placeNamed = (places: readonly string[], place: string): string => `{{${places.indexOf(place) + 1}}}`;
