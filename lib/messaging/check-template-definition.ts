import { isLanguage } from '../kernel/local-text';
import { languageOfLetters, scripts } from '../kernel/script';
import {
  checkCount,
  checkLabel,
  checkOptional,
  checkText,
  checkUnique,
  checkUrl,
  type LimitBreach,
} from './breach';
import { limits, textLength } from './limits';
import type { TemplateDefinition, TemplateDefinitionButton } from './template-definition';

/** One reason why a template would be refused or rejected. `at` is a path into it, e.g. `buttons[1].title`. */
export type TemplateBreach =
  | LimitBreach
  | {
      at: string;
      rule:
        /** A place at the very beginning or end. */
        | 'place-at-end'
        | 'places-side-by-side'
        /** Another name than small letters, digits and underscores. */
        | 'place-name'
        | 'no-sample'
        /** More places than such a short text may have. */
        | 'too-many-places'
        | 'no-places-here'
        | 'no-markdown-here'
        /** Quick replies between other buttons. */
        | 'buttons-mixed'
        | 'wrong-button'
        /** A shortened link, or one back into WhatsApp. */
        | 'link'
        /** Letters of another language than it says it is in. */
        | 'wrong-language';
    };

const place = /\{\{([^{}]*)\}\}/g;
const placeName = /^[a-z][a-z0-9_]*$/;

/** Most words that whoever approves wants beside each place. Source: error 2388293; the exact number is unpublished. */
const wordsPerPlace = 2;

/**
 * Every reason why Meta would refuse a template or is known to reject it; empty when it may be submitted.
 * Source: Meta, template components, template management, and its usual reasons of rejection (reference 6.3–6.5).
 */
export function checkTemplateDefinition(template: TemplateDefinition): TemplateBreach[] {
  const { name, language, header, footer, buttons } = template;
  return [
    ...checkName(name, language),
    ...(template.category === 'authentication' ? checkCode(template) : checkBody(template)),
    ...(header === undefined ? [] : checkHeader(header, template)),
    ...checkOptional('footer', footer, limits.footer),
    ...(footer !== undefined && hasPlace(footer) ? [at('footer', 'no-places-here')] : []),
    ...(buttons.length === 0 ? [] : checkButtons(template)),
    ...checkWording(template),
  ];
}

const at = (
  path: string,
  rule: Exclude<TemplateBreach['rule'], 'too-long' | 'too-many'>,
): TemplateBreach => ({
  at: path,
  rule,
});

const hasPlace = (text: string): boolean => text.includes('{{') || text.includes('}}');

function checkName(name: string, language: string): TemplateBreach[] {
  const breaches: TemplateBreach[] = checkLabel('name', name, limits.templateName);
  if (breaches.length === 0 && !/^[a-z0-9_]+$/.test(name)) breaches.push(at('name', 'format'));
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language)) breaches.push(at('language', 'format'));
  return breaches;
}

/** Meta writes the text of a code itself; what is ours is that there is one place for it and one button to copy it. */
function checkCode({ body, header, footer, buttons, samples }: TemplateDefinition): TemplateBreach[] {
  const [button] = buttons;
  return [
    ...([...body.matchAll(place)].length === 1 ? [] : [at('body', 'too-many-places')]),
    ...checkSamples('body', body, samples),
    ...(header === undefined ? [] : [at('header', 'format')]),
    ...(footer === undefined ? [] : [at('footer', 'format')]),
    ...(buttons.length === 1 && button?.type === 'copy-code' ? [] : [at('buttons', 'wrong-button')]),
  ];
}

function checkBody({ body, samples }: TemplateDefinition): TemplateBreach[] {
  const filled = body.replace(place, (whole, name: string) => samples[name.trim()] ?? whole);
  return [
    ...checkText('body', body, limits.templateBody),
    // The body alone may fit and not fit any more with what goes into it.
    ...(textLength(body) <= limits.templateBody ? checkText('body', filled, limits.templateBody) : []),
    ...(/\n{3,}|\t| {5,}/.test(body) ? [at('body', 'format')] : []),
    ...checkPlaces('body', body),
    ...checkSamples('body', body, samples),
    ...checkRatio(body),
  ];
}

function checkPlaces(path: string, text: string): TemplateBreach[] {
  const trimmed = text.trim();
  const odd = [...text.matchAll(place)].some(([, name = '']) => !placeName.test(name));
  const rest = text.replace(place, '');
  return [
    ...(/^\{\{|\}\}[\s.,!?:;…–-]*$/.test(trimmed) ? [at(path, 'place-at-end')] : []),
    ...(/\}\}\s*\{\{/.test(text) ? [at(path, 'places-side-by-side')] : []),
    ...(odd || hasPlace(rest) ? [at(path, 'place-name')] : []),
  ];
}

function checkSamples(
  path: string,
  text: string,
  samples: Readonly<Record<string, string>>,
): TemplateBreach[] {
  const names = new Set([...text.matchAll(place)].map(([, name = '']) => name.trim()));
  return [...names].flatMap((name): TemplateBreach[] => {
    const sample = samples[name];
    if (sample === undefined || sample.trim() === '') return [at(`${path}.${name}`, 'no-sample')];
    return /[\n\r\t]| {5,}/.test(sample) ? [at(`samples.${name}`, 'format')] : [];
  });
}

/** At least two words and one more for each place. */
function checkRatio(body: string): TemplateBreach[] {
  const places = [...body.matchAll(place)].length;
  const words = body.replace(place, ' ').match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu)?.length ?? 0;
  return places > 0 && words < wordsPerPlace * places + 1 ? [at('body', 'too-many-places')] : [];
}

function checkHeader(header: string, { samples }: TemplateDefinition): TemplateBreach[] {
  const places = [...header.matchAll(place)].length;
  return [
    ...checkText('header', header, limits.templateHeader),
    ...(places > 1 ? [at('header', 'too-many-places')] : []),
    ...(/[*_~`]|\n/.test(header.replace(place, '')) ? [at('header', 'no-markdown-here')] : []),
    ...checkSamples('header', header, samples),
  ];
}

function checkButtons({ buttons, category }: TemplateDefinition): TemplateBreach[] {
  const urls = buttons.filter(({ type }) => type === 'url').length;
  const quick = buttons.map(({ type }) => type === 'quick-reply');
  // All before or all after the others: at most one change between the two kinds.
  const changes = quick.filter((one, index) => index > 0 && one !== quick[index - 1]).length;
  return [
    ...checkCount('buttons', buttons.length, limits.templateButtons),
    ...(urls > limits.templateUrlButtons ? checkCount('buttons.url', urls, limits.templateUrlButtons) : []),
    ...(changes > 1 ? [at('buttons', 'buttons-mixed')] : []),
    ...checkUnique(
      buttons.map(({ title }, index) => ({
        at: `buttons[${String(index)}].title`,
        value: title.normalize('NFC'),
      })),
    ),
    ...buttons.flatMap((button, index) => checkButton(`buttons[${String(index)}]`, button, category)),
  ];
}

function checkButton(
  path: string,
  button: TemplateDefinitionButton,
  category: TemplateDefinition['category'],
): TemplateBreach[] {
  const title = [
    ...checkLabel(`${path}.title`, button.title, limits.templateButtonTitle),
    ...(hasPlace(button.title) ? [at(`${path}.title`, 'no-places-here')] : []),
    ...(/[*~`\n]/.test(button.title) ? [at(`${path}.title`, 'no-markdown-here')] : []),
  ];
  if (button.type === 'copy-code' && category !== 'authentication')
    return [...title, at(path, 'wrong-button')];
  return button.type === 'url' ? [...title, ...checkAddress(path, button)] : title;
}

function checkAddress(
  path: string,
  { url, sample }: Extract<TemplateDefinitionButton, { type: 'url' }>,
): TemplateBreach[] {
  const places = [...url.matchAll(place)].length;
  const breaches: TemplateBreach[] = checkUrl(`${path}.url`, url.replace('{{1}}', '1'), limits.url);
  if (places > 0 && (places > 1 || !url.endsWith('{{1}}'))) breaches.push(at(`${path}.url`, 'place-at-end'));
  if (places > 0 && (sample === undefined || !sample.startsWith(url.replace('{{1}}', ''))))
    breaches.push(at(`${path}.url`, 'no-sample'));
  return [...breaches, ...(isBadLink(url) ? [at(`${path}.url`, 'link')] : [])];
}

const isBadLink = (text: string): boolean =>
  /\b(?:wa\.me|api\.whatsapp\.com|bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|cutt\.ly|rb\.gy)\b/i.test(text);

/** Nobody approves a link that hides where it goes, a text in another language than it says, or one without words. */
function checkWording({ body, language, category }: TemplateDefinition): TemplateBreach[] {
  if (category === 'authentication') return [];
  const words = body.replace(place, ' ');
  const own = language.replace(/_.*/, '');
  const wrong = isLanguage(own) && languageOfLetters(words) !== (scripts[own] === null ? null : own);
  return [
    ...(isBadLink(body) ? [at('body', 'link')] : []),
    ...(wrong && words.trim() !== '' ? [at('body', 'wrong-language')] : []),
  ];
}
