import { z } from 'zod';

// PayU's numbers are mostly text, its fields come and go, and a missing transaction is one that says so in its fields.
// Source: payments reference 2.5 to 2.7.

const text = z
  .union([z.string().max(2_048), z.number().transform(String)])
  .nullish()
  .catch(null);

export const transactionSchema = z.looseObject({
  mihpayid: text,
  txnid: text,
  status: text,
  unmappedstatus: text,
  transaction_amount: text,
  amt: text,
  amount: text,
  mode: text,
  addedon: text,
  udf1: text,
  udf2: text,
  udf3: text,
  bank_ref_num: text,
});

export type Transaction = z.infer<typeof transactionSchema>;

const codeSchema = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  ])
  .nullish()
  .catch(null);

/** What every command of the post-service answers. */
export const commandSchema = z.looseObject({
  status: codeSchema,
  msg: text,
  error_code: codeSchema,
  request_id: text,
  mihpayid: text,
  transaction_details: z.record(z.string(), z.unknown()).nullish().catch(null),
  Transaction_details: z.array(z.unknown()).nullish().catch(null),
  Txn_details: z.unknown().optional(),
});

export type CommandAnswer = z.infer<typeof commandSchema>;

/** A line of `check_action_status`. */
export const actionSchema = z.looseObject({
  request_id: z.union([z.string().min(1), z.number().transform(String)]),
  mihpayid: text,
  amt: text,
  action: text,
  token: text,
  status: text,
  bank_arn: text,
  bank_ref_num: text,
});

/** A line of `get_Transaction_Details`: other names for the same things, its status being the finer one. */
export const listedSchema = z.looseObject({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  txnid: text,
  status: text,
  amount: text,
  mode: text,
  addedon: text,
  bank_ref_no: text,
});

/** A line of `get_settlement_details`. */
export const settledSchema = z.looseObject({
  payuid: text,
  requestaction: text,
  mer_service_fee: text,
  mer_service_tax: text,
});

export const linkAnswerSchema = z.looseObject({
  status: z.number().nullish().catch(null),
  message: text,
  result: z.unknown(),
});

export const linkSchema = z.looseObject({
  invoiceNumber: text,
  paymentLink: text,
  totalAmount: text,
  subAmount: text,
  active: z.boolean().nullish().catch(null),
  status: text,
  expiryDate: text,
});

export type PayuLink = z.infer<typeof linkSchema>;

export const linkTransactionsSchema = z.looseObject({
  data: z
    .array(z.looseObject({ merchantReferenceId: text }))
    .nullish()
    .catch(null),
});

export const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.number().positive().catch(60),
});
