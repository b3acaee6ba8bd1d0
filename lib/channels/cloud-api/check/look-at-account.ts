import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import { failedLook } from '../../failed-look';
import type { HttpClient } from '../../http/http-client';
import type { CloudConnection } from '../../types';
import { askGraph } from '../ask-graph';

const maybeText = z.string().optional().catch(undefined);
const accountSchema = z.looseObject({ name: maybeText, account_review_status: maybeText });
const numbersSchema = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

/** Whether the account is there, in good standing, and the number one of its own. Source: Meta, WhatsApp Business Account. */
export async function lookAtAccount(http: HttpClient, connection: CloudConnection): Promise<Finding> {
  const { wabaId, phoneNumberId } = connection;
  if (wabaId === null || wabaId === '') return found('account', 'account-missing');
  const path = encodeURIComponent(wabaId);
  try {
    const query = { fields: 'name,account_review_status' };
    const { data } = accountSchema.safeParse(await askGraph(http, connection, { path, query }));
    const params = { id: wabaId, name: data?.name ?? wabaId };
    if (data?.account_review_status === 'REJECTED') return found('account', 'account-rejected', params);
    const numbers = await askGraph(http, connection, {
      path: `${path}/phone_numbers`,
      query: { fields: 'id', limit: '200' },
    });
    const { data: listed } = numbersSchema.safeParse(numbers);
    const isOurs = !listed || listed.data.some(({ id }) => id === phoneNumberId);
    return found('account', isOurs ? 'account-good' : 'account-other', params);
  } catch (error) {
    return { ...failedLook('account', error, 'account-wrong'), params: { id: wabaId } };
  }
}
