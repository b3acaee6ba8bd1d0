import { createHmac } from 'node:crypto';

export type NumberIdentity = { phoneNumberId: string; wabaId: string; displayPhone: string };

/** What goes into one `changes[].value` beside the metadata. */
export type ChangeValue = { contacts?: object[]; messages?: object[]; statuses?: object[] };

/** Meta's envelope around one or several changes of the `messages` field. Source: reference §2.4. */
export const envelope = (number: NumberIdentity, values: readonly ChangeValue[]): object => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: number.wabaId,
      changes: values.map((value) => ({
        field: 'messages',
        value: {
          messaging_product: 'whatsapp',
          metadata: {
            display_phone_number: number.displayPhone.replace(/\D/g, ''),
            phone_number_id: number.phoneNumberId,
          },
          ...value,
        },
      })),
    },
  ],
});

/** Meta's envelope around a change of the account. Source: reference §2.7. */
export const accountEnvelope = (number: NumberIdentity, field: string, value: object): object => ({
  object: 'whatsapp_business_account',
  entry: [{ id: number.wabaId, time: Math.floor(Date.now() / 1000), changes: [{ field, value }] }],
});

/** JSON with everything outside ASCII as \uXXXX: the very bytes Meta signs and sends. Source: reference §2.2. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Value of X-Hub-Signature-256 for these bytes. */
export const signature = (appSecret: string, body: string): string =>
  `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
