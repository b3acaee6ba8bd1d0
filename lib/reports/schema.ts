import { z } from 'zod';
import { shownTextSchema } from '../kernel/local-text-schema';

const date = z.iso.date();

/** Which bookings a report is about: an inclusive span of local dates, narrowed or not. */
export const reportQuerySchema = z
  .object({
    from: date,
    to: date,
    serviceId: z.uuid().optional(),
    resourceId: z.uuid().optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'end-before-start' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 732 * 86_400_000, {
    path: ['to'],
    message: 'too-long',
  });

/**
 * `bookings`: those that took place, are to, or were missed. `valuePaise`: their price, missed ones left out.
 * `cancelled` are in neither. `leadMinutes`: the median from booking to start.
 */
const figuresSchema = z.object({
  bookings: z.number().int(),
  valuePaise: z.number().int(),
  cancelled: z.number().int(),
  noShows: z.number().int(),
  bookedMinutes: z.number().int(),
  leadMinutes: z.number().nullable(),
  customers: z.number().int(),
});

const shareSchema = z.object({
  id: z.uuid(),
  name: shownTextSchema,
  bookings: z.number().int(),
  valuePaise: z.number().int(),
  bookedMinutes: z.number().int(),
  noShows: z.number().int(),
  cancelled: z.number().int(),
});

/** What the bookings of one span come to, as the database adds them up. */
export const sumsSchema = z.object({
  totals: figuresSchema,
  days: z.array(z.object({ date, bookings: z.number().int(), valuePaise: z.number().int() })),
  hours: z.array(
    z.object({ weekday: z.number().int(), hour: z.number().int(), bookedMinutes: z.number().int() }),
  ),
  sources: z.array(z.object({ source: z.string(), bookings: z.number().int() })),
  services: z.array(shareSchema),
  resources: z.array(shareSchema),
  customers: z.array(
    z.object({
      id: z.uuid(),
      name: z.string().nullable(),
      bookings: z.number().int(),
      valuePaise: z.number().int(),
    }),
  ),
});

export const moneyMethods = ['gateway', 'cash', 'upi', 'card'] as const;

const paise = z.number().int();

/** What was asked for (no method), came and went back on one local day, as the database adds it up. */
export const moneyRowsSchema = z.array(
  z.object({
    date,
    method: z.enum(moneyMethods).nullable(),
    askedPaise: paise,
    takenPaise: paise,
    returnedPaise: paise,
    /** What the gateway has kept, as far as it says. */
    feePaise: paise,
    count: z.number().int(),
  }),
);

/** Money that came and went back, by how it was paid. */
const moneySchema = z.array(
  z.object({
    method: z.enum(moneyMethods),
    takenPaise: paise,
    returnedPaise: paise,
    feePaise: paise,
    count: z.number().int(),
  }),
);

/** The same by local day, with what was asked for; kept: taken and not given back. */
const moneyDaysSchema = z.array(
  z.object({
    date,
    /** Negative where more was let go than was asked for. */
    askedPaise: paise,
    taken: z.object({ gateway: paise, cash: paise, upi: paise, card: paise }),
    returnedPaise: paise,
    keptPaise: paise,
    feePaise: paise,
  }),
);

/** `openMinutes`: what could have been booked, each unit counted. */
export const reportSchema = sumsSchema.extend({
  range: z.object({ from: date, to: date }),
  money: moneySchema,
  moneyDays: moneyDaysSchema,
  openMinutes: z.number().int(),
  before: z.object({ from: date, to: date, totals: figuresSchema, openMinutes: z.number().int() }),
  hours: z.array(
    z.object({
      weekday: z.number().int(),
      hour: z.number().int(),
      bookedMinutes: z.number().int(),
      openMinutes: z.number().int(),
    }),
  ),
  resources: z.array(shareSchema.extend({ openMinutes: z.number().int() })),
});

export type ReportQuery = z.infer<typeof reportQuerySchema>;
export type Sums = z.infer<typeof sumsSchema>;
export type Report = z.infer<typeof reportSchema>;
export type MoneyRow = z.infer<typeof moneyRowsSchema>[number];

/** What staff want to be told of while they look elsewhere; `at` is an instant. */
export const newsSchema = z.object({
  /** Ask with this next time. */
  until: z.iso.datetime(),
  bookings: z.array(
    z.object({
      id: z.uuid(),
      reference: z.string(),
      startsAt: z.iso.datetime(),
      service: shownTextSchema,
      resource: shownTextSchema,
      who: z.string().nullable(),
    }),
  ),
  chats: z.array(z.object({ id: z.uuid(), who: z.string().nullable() })),
  /** How many things about money want a person; null for who may not see them. */
  money: z.number().int().nullable(),
});

export type News = z.infer<typeof newsSchema>;

export const newsQuerySchema = z.object({ since: z.iso.datetime() });
