import { z } from 'zod';
import { isUuid } from '../../kernel/uuid';
import { shownTextSchema } from '../../kernel/local-text-schema';

// What of money crosses to the dashboard and back. Amounts are whole paise.

const iso = z.iso.datetime();
const paise = z.number().int();
/** Made by the client once for one act: repeating the act does nothing twice. */
const key = z.uuid();
const amount = z.number().int().min(1).max(100_000_000);
/** PostgreSQL keeps no NUL: nothing can be found by one. */
const isText = (text: string): boolean => !text.includes('\0');
const note = z.string().trim().max(300).refine(isText);
/** The last row of a page: its moment and its id. */
const pageEnd = z
  .string()
  .max(100)
  .refine((end) => {
    const [at = '', id = ''] = end.split('|');
    return !Number.isNaN(Date.parse(at)) && isUuid(id);
  });

export const deskMethods = ['cash', 'upi', 'card'] as const;
export const dispositions = [
  'recorded',
  'applied',
  'late',
  'surplus',
  'mismatch',
  'unmatched',
  'settled',
] as const;
export const refundStates = ['requested', 'submitted', 'processed', 'failed'] as const;

export const refundRow = z.object({
  id: z.uuid(),
  amountPaise: paise,
  status: z.enum(refundStates),
  method: z.enum(['gateway', ...deskMethods]),
  reason: z.string(),
  note: z.string().nullable(),
  failure: z.string().nullable(),
  createdAt: iso,
  endedAt: iso.nullable(),
});
export type RefundRow = z.infer<typeof refundRow>;

export const paymentRow = z.object({
  id: z.uuid(),
  receivedAt: iso,
  amountPaise: paise,
  currency: z.string(),
  method: z.enum(['gateway', ...deskMethods]),
  instrument: z.string().nullable(),
  bankReference: z.string().nullable(),
  gatewayPaymentId: z.string().nullable(),
  disposition: z.enum(dispositions),
  why: z.string().nullable(),
  dispute: z.string().nullable(),
  note: z.string().nullable(),
  takenBy: z.string().nullable(),
  booking: z.object({ id: z.uuid(), reference: z.string(), name: z.string().nullable() }).nullable(),
  /** What can still go back of it. */
  refundablePaise: paise,
  refunds: z.array(refundRow),
});
export type PaymentRow = z.infer<typeof paymentRow>;

/** A booking's money as the desk sees it. */
export const bookingMoney = z.object({
  askedPaise: paise,
  keptPaise: paise,
  duePaise: paise,
  refundingPaise: paise,
  /** What is asked for by a link or to a UPI address just now. */
  asking: z
    .object({
      amountPaise: paise,
      payBy: iso,
      state: z.enum(['making', 'open', 'paid', 'ended']),
      url: z.string().nullable(),
      way: z.enum(['gateway', 'upi']),
      claimedReference: z.string().nullable(),
    })
    .nullable(),
  payments: z.array(paymentRow),
  /** The pack that has paid for it; null: none. */
  pack: shownTextSchema.nullable(),
  /** What a customer's cancelling now would give back by the rule. */
  byRulePaise: paise,
});
export type BookingMoney = z.infer<typeof bookingMoney>;

export const moneyAct = z.discriminatedUnion('act', [
  /** Taken at the desk. */
  z.object({
    act: z.literal('take'),
    key,
    amountPaise: amount,
    method: z.enum(deskMethods),
    bankReference: note,
    note,
  }),
  /** Given back: through the gateway where it came from, or handed over at the desk. */
  z.object({
    act: z.literal('refund'),
    key,
    paymentId: z.uuid(),
    amountPaise: amount,
    reason: note.min(1),
    tell: z.boolean(),
    /** Whether what goes back is owed again, or let go of as goodwill. */
    afterwards: z.enum(['owed', 'let-go']),
  }),
  /** What was paid beyond the price goes back; `amountPaise` as it was seen. */
  z.object({ act: z.literal('return-surplus'), amountPaise: amount }),
  /** Let go of a part of the price. */
  z.object({ act: z.literal('discount'), key, amountPaise: amount, reason: note.min(1) }),
  /** What a customer says they sent by UPI has been seen in the bank, or has not. */
  z.object({ act: z.literal('claim-seen'), key, bankReference: note.min(1) }),
  z.object({ act: z.literal('claim-unseen') }),
]);
export type MoneyAct = z.infer<typeof moneyAct>;

/** What may be done with a payment that a person has to look at. */
export const paymentAct = z.discriminatedUnion('act', [
  /** It is for its booking, or for the one of this reference. */
  z.object({ act: z.literal('apply'), reference: z.string().trim().max(10).nullable() }),
  z.object({ act: z.literal('refund'), reason: note.min(1) }),
  /** Dealt with elsewhere. */
  z.object({ act: z.literal('settle'), note: note.min(1) }),
]);
export type PaymentAct = z.infer<typeof paymentAct>;

export const refundAct = z.discriminatedUnion('act', [
  z.object({ act: z.literal('retry') }),
  /** The money has been given by hand. */
  z.object({ act: z.literal('handed-over'), note }),
]);
export type RefundAct = z.infer<typeof refundAct>;

export const differenceAct = z.object({ how: z.enum(['taken-in', 'not-ours', 'accepted']) });

export const paymentParams = z.object({ payment: z.uuid() });
export const refundParams = z.object({ refund: z.uuid() });
export const eventAct = z.object({ act: z.enum(['retry', 'set-aside']) });
export const eventParams = z.object({ event: z.uuid() });
export const differenceParams = z.object({ difference: z.uuid() });

export const paymentListQuery = z.object({
  /** A reference, a name, a bank's or gateway's number. */
  q: z.string().trim().max(80).refine(isText).exactOptional(),
  from: z.iso.date().exactOptional(),
  to: z.iso.date().exactOptional(),
  method: z.enum(['gateway', ...deskMethods]).exactOptional(),
  disposition: z.enum(dispositions).exactOptional(),
  after: pageEnd.exactOptional(),
});
export const paymentList = z.object({ rows: z.array(paymentRow), next: z.string().nullable() });
export type PaymentList = z.infer<typeof paymentList>;

export const differenceRow = z.object({
  id: z.uuid(),
  kind: z.enum(['missing-here', 'missing-there', 'amount', 'refund']),
  gatewayPaymentId: z.string(),
  paymentId: z.uuid().nullable(),
  ourPaise: paise.nullable(),
  theirPaise: paise.nullable(),
  currency: z.string(),
  paidAt: iso.nullable(),
  foundAt: iso,
});
export type DifferenceRow = z.infer<typeof differenceRow>;

const claimRow = z.object({
  bookingId: z.uuid(),
  reference: z.string(),
  name: z.string().nullable(),
  amountPaise: paise,
  claimedReference: z.string(),
  claimedAt: iso,
});

/** Told by the gateway, truly signed, and of no use: about nothing we know, not readable, or tried in vain. */
const unusedEvent = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.enum(['pending', 'unmatched', 'failed']),
  receivedAt: iso,
  error: z.string().nullable(),
  /** As it came; null for whom it is not. */
  body: z.string().nullable(),
});
export type UnusedEvent = z.infer<typeof unusedEvent>;

/** A booking whose customer has paid more than it costs. */
const overpaid = z.object({
  bookingId: z.uuid(),
  reference: z.string(),
  name: z.string().nullable(),
  askedPaise: paise,
  keptPaise: paise,
  surplusPaise: paise,
});
export type Overpaid = z.infer<typeof overpaid>;

/** What needs a person, and what is wrong with the way to the gateway. */
export const attention = z.object({
  payments: z.array(paymentRow),
  refunds: z.array(refundRow.extend({ payment: paymentRow })),
  overpaid: z.array(overpaid),
  claims: z.array(claimRow),
  differences: z.array(differenceRow),
  events: z.array(unusedEvent),
  alerts: z.object({
    /** Payments were found by looking while no webhook came. */
    silent: z.boolean(),
    /** Of the last 24 hours, those that the owner has cleared left out. */
    badSignatures: z.number().int(),
    badSignatureAt: iso.nullable(),
  }),
});
export type Attention = z.infer<typeof attention>;

/** How many things want a person, each fault of the way to the gateway being one. */
export const countAttention = ({
  payments,
  refunds,
  overpaid,
  claims,
  differences,
  events,
  alerts,
}: Attention): number =>
  [payments, refunds, overpaid, claims, differences, events].reduce((sum, list) => sum + list.length, 0) +
  (alerts.silent ? 1 : 0) +
  (alerts.badSignatures > 0 ? 1 : 0);

export const paymentDetail = z.object({
  payment: paymentRow,
  /** When a dispute was last told of. */
  disputedAt: iso.nullable(),
  attempt: z
    .object({
      id: z.uuid(),
      status: z.string(),
      amountPaise: paise,
      linkId: z.string().nullable(),
      createdAt: iso,
      payBy: iso,
      closedAt: iso.nullable(),
      failure: z.string().nullable(),
    })
    .nullable(),
  events: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      status: z.string(),
      receivedAt: iso,
      /** As it was received; null for who may not read it. */
      body: z.string().nullable(),
    }),
  ),
  ledger: z.array(
    z.object({
      at: iso,
      kind: z.string(),
      state: z.string(),
      amountPaise: paise,
      method: z.string().nullable(),
    }),
  ),
});
export type PaymentDetail = z.infer<typeof paymentDetail>;

export const settlementDays = z.object({
  days: z.array(
    z.object({
      onDate: z.iso.date(),
      ourCount: z.number().int(),
      ourPaise: paise,
      theirCount: z.number().int(),
      theirPaise: paise,
      refundedPaise: paise,
      feePaise: paise,
    }),
  ),
});
export type SettlementDays = z.infer<typeof settlementDays>;

export const refundListQuery = z.object({
  status: z.enum(refundStates).exactOptional(),
  /** The last one seen, as the page before told it. */
  after: pageEnd.exactOptional(),
});
export const refundList = z.object({
  rows: z.array(refundRow.extend({ payment: paymentRow })),
  next: z.string().nullable(),
});
export type RefundList = z.infer<typeof refundList>;

export const payouts = z.object({
  /** Whether the gateway tells of payouts at all, and whether it answered. */
  known: z.boolean(),
  reachable: z.boolean(),
  payouts: z.array(
    z.object({
      id: z.string(),
      amountPaise: paise,
      feePaise: paise.nullable(),
      state: z.enum(['under-way', 'paid', 'failed']),
      bankReference: z.string().nullable(),
      at: iso,
    }),
  ),
});
export type Payouts = z.infer<typeof payouts>;

export const dayCloseQuery = z.object({ on: z.iso.date() });
const drawer = z.object({
  /** Of who took it; null: nobody is named. */
  staffId: z.uuid().nullable(),
  name: z.string().nullable(),
  method: z.enum(deskMethods),
  takenPaise: paise,
  returnedPaise: paise,
  count: z.number().int(),
});
export const onlineWays = ['upi', 'card', 'netbanking', 'wallet', 'other'] as const;

const closing = z.object({
  staffId: z.uuid(),
  name: z.string().nullable(),
  expectedPaise: paise,
  countedPaise: paise,
  note: z.string().nullable(),
  at: iso,
});
export const dayClose = z.object({
  on: z.iso.date(),
  drawers: z.array(drawer),
  closings: z.array(closing),
  /** Through the gateway, by the way it was paid there: nobody holds it. */
  online: z.array(
    z.object({
      instrument: z.enum(onlineWays),
      takenPaise: paise,
      returnedPaise: paise,
      count: z.number().int(),
      feePaise: paise,
    }),
  ),
});
export type DayClose = z.infer<typeof dayClose>;
/** Cash counted by whoever took it. */
export const dayCloseBody = z.object({
  on: z.iso.date(),
  staffId: z.uuid(),
  countedPaise: z.number().int().min(0).max(100_000_000),
  note,
});
