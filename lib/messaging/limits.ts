/**
 * Every documented WhatsApp limit on what we send. Lengths are in characters as `textLength` counts them.
 * `checkMessage` applies them; `shorten` makes a title fit.
 * Source: Meta, "Sending messages", interactive, template and location pages (2025-11 to 2026-09).
 */
export const limits = {
  textBody: 4096,
  buttonsBody: 1024,
  listBody: 4096,
  linkBody: 1024,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  listOpener: 20,
  listSections: 10,
  /** Over all sections of one list. */
  listRows: 10,
  sectionTitle: 24,
  rowId: 200,
  rowTitle: 24,
  rowDescription: 72,
  linkLabel: 20,
  /** Documented for template buttons; link messages name none, so the same is kept. */
  url: 2000,
  /** Under a picture or a document. */
  caption: 1024,
  /** Undocumented; the longest name that file systems take. */
  filename: 240,
  orderReference: 35,
  orderConfiguration: 60,
  orderItem: 60,
  templateName: 512,
  templateHeader: 60,
  /** After substitution. */
  templateBody: 1024,
  templateButtons: 10,
  templateButtonTitle: 25,
  templateUrlButtons: 2,
  /** Undocumented for templates; a reply button's id is the nearest there is. */
  templatePayload: 256,
  /** Consecutive spaces inside a template parameter. */
  templateSpaces: 4,
  /** Our own mark on a message, echoed in its statuses. */
  opaque: 512,
} as const;

/** Length as limits count it: code points of the composed form (NFC), the nearest documented measure to Meta's. */
export const textLength = (text: string): number => Array.from(text.normalize('NFC')).length;
