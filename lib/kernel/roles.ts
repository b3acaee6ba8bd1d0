export const roles = ['owner', 'manager', 'staff', 'practitioner'] as const;
export type Role = (typeof roles)[number];

const everybody = roles;
const desk = ['owner', 'manager', 'staff'] as const;
const leads = ['owner', 'manager'] as const;
const owner = ['owner'] as const;

/**
 * The one permission table. A practitioner's permissions reach their own calendar only: whoever reads or writes for
 * them narrows by the membership's resource.
 */
export const rolesWith = {
  'calendar.view': everybody,
  'booking.view': everybody,
  'booking.create': everybody,
  'booking.change': everybody,
  /** Over the rules for customers and over what is taken already. */
  'booking.override': leads,
  'booking.export': leads,
  'block.change': everybody,
  'customer.view': desk,
  'customer.change': desk,
  'customer.merge': leads,
  'customer.erase': leads,
  /** Linking outside calendars: a practitioner to their own, leads to all. */
  'calendar.connect': ['owner', 'manager', 'practitioner'],
  'chat.view': desk,
  'chat.reply': desk,
  'setup.view': desk,
  'setup.change': leads,
  'template.view': desk,
  /** Wording messages and submitting them for approval. */
  'template.change': leads,
  'report.view': leads,
  /** What messages cost the business: its own prices and its budget. */
  'cost.change': owner,
  'people.view': leads,
  'people.change': owner,
  'audit.view': leads,
  'payment.view': desk,
  /** Money at the desk, and what a customer says they sent. */
  'payment.take': desk,
  /** Giving money back, letting some of a price go, and what is to become of money that fits nothing. */
  'payment.settle': leads,
  /** As a gateway sent it. */
  'payment.raw': owner,
  /** Failed tasks, and how long data are kept. */
  'operations.manage': owner,
  /** Keys of payment accounts. */
  'payments.connect': owner,
  /** WhatsApp numbers, their keys, and how they stand. */
  'channels.connect': owner,
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesWith;

/** Whether a role has a permission. */
export const may = (role: Role, permission: Permission): boolean =>
  (rolesWith[permission] as readonly Role[]).includes(role);
