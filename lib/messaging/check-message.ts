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
    case 'document':
      return [
        ...checkUrl('url', message.url, limits.url),
        ...checkLabel('filename', message.filename, limits.filename),
        ...checkOptional('caption', message.caption, limits.caption),
      ];
    case 'image':
      return [
        ...checkUrl('url', message.url, limits.url),
        ...checkOptional('caption', message.caption, limits.caption),
      ];
    case 'order':
      return checkOrder(message);
    case 'order-status':
      return [...checkText('body', message.body, limits.linkBody), ...checkReference(message.reference)];
    case 'template':
      return checkTemplate(message, approvedBody);
    default:
      return exhaustive(message);
  }
}

const checkFrame = (
  message: Kind<'buttons'> | Kind<'list'> | Kind<'link'> | Kind<'order'>,
  maxBody: number,
): LimitBreach[] => [
  ...checkText('body', message.body, maxBody),
  ...checkOptional('header', 'header' in message ? message.header : undefined, limits.header),
  ...checkOptional('footer', message.footer, limits.footer),
];

const checkReference = (reference: string): LimitBreach[] => [
  ...checkLabel('reference', reference, limits.orderReference),
  ...(/^[\w.-]*$/.test(reference) ? [] : [{ at: 'reference', rule: 'format' as const }]),
];

/** Source: Meta, Payments API India, order details (reference 7.2). */
const checkOrder = (order: Kind<'order'>): LimitBreach[] => [
  ...checkFrame(order, limits.linkBody),
  ...checkReference(order.reference),
  ...checkLabel('configuration', order.configuration, limits.orderConfiguration),
  ...checkLabel('item', order.item, limits.orderItem),
  ...(Number.isSafeInteger(order.amountPaise) && order.amountPaise >= 100
    ? []
    : [{ at: 'amountPaise', rule: 'out-of-range' as const }]),
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
