import { exhaustive } from '../kernel/exhaustive';
import {
  type LimitBreach,
  checkCount,
  checkLabel,
  checkOptional,
  checkText,
  checkUnique,
  checkUrl,
} from './breach';
import { checkTemplate } from './check-template';
import { limits } from './limits';
import type { OutboundMessage } from './types';

type Kind<K extends OutboundMessage['kind']> = Extract<OutboundMessage, { kind: K }>;

/**
 * Every reason why WhatsApp would refuse this message; empty when it may be sent.
 * `approvedBody` is a template's approved text, for the exact length after substitution.
 */
export function checkMessage(message: OutboundMessage, approvedBody?: string): LimitBreach[] {
  switch (message.kind) {
    case 'text':
      return checkText('body', message.body, limits.textBody);
    case 'buttons':
      return [...checkFrame(message, limits.buttonsBody), ...checkButtons(message)];
    case 'list':
      return [...checkFrame(message, limits.listBody), ...checkList(message)];
    case 'link':
      return [
        ...checkFrame(message, limits.linkBody),
        ...checkLabel('label', message.label, limits.linkLabel),
        ...checkUrl('url', message.url, limits.url),
      ];
    case 'location':
      return checkPlace(message);
    case 'template':
      return checkTemplate(message, approvedBody);
    default:
      return exhaustive(message);
  }
}

const checkFrame = (
  { body, header, footer }: Kind<'buttons'> | Kind<'list'> | Kind<'link'>,
  maxBody: number,
): LimitBreach[] => [
  ...checkText('body', body, maxBody),
  ...checkOptional('header', header, limits.header),
  ...checkOptional('footer', footer, limits.footer),
];

const checkButtons = ({ buttons }: Kind<'buttons'>): LimitBreach[] => [
  ...checkCount('buttons', buttons.length, limits.buttons),
  ...buttons.flatMap(({ id, title }, at) => [
    ...checkLabel(`buttons[${at}].id`, id, limits.buttonId),
    ...checkLabel(`buttons[${at}].title`, title, limits.buttonTitle),
  ]),
  ...checkUnique(buttons.map(({ id }, at) => ({ at: `buttons[${at}].id`, value: id }))),
  ...checkUnique(
    buttons.map(({ title }, at) => ({ at: `buttons[${at}].title`, value: title.normalize('NFC') })),
  ),
];

function checkList({ opener, sections }: Kind<'list'>): LimitBreach[] {
  const rows = sections.flatMap((section, s) =>
    section.rows.map((row, r) => ({ at: `sections[${s}].rows[${r}]`, row })),
  );
  return [
    ...checkLabel('opener', opener, limits.listOpener),
    ...checkCount('sections', sections.length, limits.listSections),
    ...(rows.length > limits.listRows ? checkCount('rows', rows.length, limits.listRows) : []),
    ...sections.flatMap((section, at) => checkSection(`sections[${at}]`, section, sections.length)),
    ...rows.flatMap(({ at, row }) => [
      ...checkLabel(`${at}.id`, row.id, limits.rowId),
      ...checkLabel(`${at}.title`, row.title, limits.rowTitle),
      ...checkOptional(`${at}.description`, row.description, limits.rowDescription),
    ]),
    ...checkUnique(rows.map(({ at, row }) => ({ at: `${at}.id`, value: row.id }))),
  ];
}

function checkSection(at: string, section: Kind<'list'>['sections'][number], count: number): LimitBreach[] {
  const breaches: LimitBreach[] = section.rows.length === 0 ? [{ at: `${at}.rows`, rule: 'empty' }] : [];
  if (section.title !== undefined)
    breaches.push(...checkLabel(`${at}.title`, section.title, limits.sectionTitle));
  else if (count > 1) breaches.push({ at: `${at}.title`, rule: 'missing' });
  return breaches;
}

function checkPlace({ latitude, longitude }: Kind<'location'>): LimitBreach[] {
  const breaches: LimitBreach[] = [];
  if (!(Math.abs(latitude) <= 90)) breaches.push({ at: 'latitude', rule: 'out-of-range' });
  if (!(Math.abs(longitude) <= 180)) breaches.push({ at: 'longitude', rule: 'out-of-range' });
  return breaches;
}
