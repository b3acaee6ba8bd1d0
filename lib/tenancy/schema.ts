import { z } from 'zod';
import { localTextSchema, shownTextSchema, languageSchema } from '../kernel/local-text-schema';
import { roles } from '../kernel/roles';

const zone = z.string().refine((id) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}, 'Not an IANA time zone such as Asia/Kolkata.');

/** A business as it is founded. */
export const businessSchema = z.object({
  slug: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?$/, 'Small letters, digits and hyphens only.'),
  name: localTextSchema,
  address: localTextSchema,
  /** Owner's own wording by text key. */
  wording: z.record(z.string(), localTextSchema),
  /** IANA zone id; all rules of the business are evaluated in it. */
  zone,
  defaultLanguage: languageSchema,
  phone: z.string().nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  staffIdleMinutes: z.number().int().positive(),
});

/** What customers and staff see of a business, as it is stored. */
export const businessProfileSchema = businessSchema.extend({ id: z.string() });

/** Addresses that pages of everybody have. */
const reserved = [
  'api',
  'demo',
  'forgot',
  'ical',
  'join',
  'offline',
  'pay',
  'reset',
  'sign-in',
  'simulator',
  'stand-in',
  'welcome',
];

/** What a business is founded with; all else follows in its setup. */
export const newBusinessBody = businessSchema
  .pick({ slug: true, name: true, address: true, zone: true, defaultLanguage: true })
  .refine(({ slug }) => !reserved.includes(slug), { path: ['slug'], message: 'slug-taken' });
export type NewBusinessInput = z.infer<typeof newBusinessBody>;

// What of people, accounts and the audit log crosses to the browser and back.

/** Strength by length alone. Source: NIST SP 800-63B §5.1.1. */
export const passwordLength = 10;

/** Longer ones only cost time to hash. */
export const newPassword = z.string().min(passwordLength).max(200);

const practitionerHasCalendar = ({
  role,
  resourceId,
}: {
  role: string;
  resourceId: string | null;
}): boolean => (role === 'practitioner') === (resourceId !== null);
const wrongCalendar = { path: ['resourceId'], message: 'calendar-wanted' };

const rights = { role: z.enum(roles), resourceId: z.uuid().nullable() };

export const inviteBody = z
  .object({ name: z.string().trim().min(1).max(100), ...rights })
  .refine(practitionerHasCalendar, wrongCalendar);
export type InviteInput = z.infer<typeof inviteBody>;

export const roleBody = z.object(rights).refine(practitionerHasCalendar, wrongCalendar);
export type RoleInput = z.infer<typeof roleBody>;

export const inviteAnswer = z.object({ link: z.string() });

export const people = z.object({
  members: z.array(
    z.object({
      id: z.uuid(),
      userId: z.uuid(),
      name: z.string(),
      email: z.string(),
      ...rights,
      /** The very person who asks. */
      self: z.boolean(),
      secondFactor: z.boolean(),
    }),
  ),
  /** Links that can still be used. */
  invitations: z.array(z.object({ id: z.uuid(), name: z.string(), ...rights, expiresAt: z.iso.datetime() })),
  /** Calendars that a practitioner may have. */
  resources: z.array(z.object({ id: z.uuid(), kind: z.string(), name: shownTextSchema })),
});
export type People = z.infer<typeof people>;

export const memberParams = z.object({ member: z.uuid() });
export const invitationParams = z.object({ invitation: z.uuid() });

export const joinBody = z.object({
  slug: z.string().max(200),
  token: z.string().max(200),
  /** Absent: whoever is signed in joins. */
  account: z
    .object({
      name: z.string().trim().min(1).max(100),
      email: z.email().max(200),
      password: newPassword,
      language: languageSchema,
    })
    .optional(),
});
export type JoinInput = z.infer<typeof joinBody>;

export const askResetBody = z.object({ email: z.email().max(200) });

export const resetBody = z.object({ token: z.string().max(200), password: newPassword });

export const account = z.object({
  name: z.string(),
  email: z.string(),
  /** E.164; null: not given. */
  phone: z.string().nullable(),
  language: languageSchema,
  secondFactor: z.boolean(),
  recoveryLeft: z.number().int(),
});
export type Account = z.infer<typeof account>;

export const accountBody = z.object({
  name: z.string().trim().min(1).max(100),
  language: languageSchema,
  /** As somebody types it; empty: none. */
  phone: z.string().trim().max(30),
});
export const passwordBody = z.object({ old: z.string().min(1).max(200), password: newPassword });
export const secondFactorOffer = z.object({ secret: z.string(), size: z.number(), path: z.string() });
export type SecondFactorOffer = z.infer<typeof secondFactorOffer>;
export const codeBody = z.object({ code: z.string().trim().min(6).max(20) });
export const recoveryCodes = z.object({ codes: z.array(z.string()) });
export const confirmBody = z.object({ password: z.string().min(1).max(200) });

export const auditQuery = z.object({
  /** Beginning of an action: `booking`, `customer.erase`. */
  action: z
    .string()
    .regex(/^[a-z][a-z.-]*$/)
    .max(60)
    .optional(),
  actor: z.uuid().optional(),
  after: z.string().max(100).optional(),
});

export const auditLog = z.object({
  entries: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      actor: z.object({ userId: z.string(), name: z.string(), role: z.string() }),
      action: z.string(),
      subject: z.object({ kind: z.string(), id: z.string(), label: z.string().optional() }),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type AuditLog = z.infer<typeof auditLog>;
