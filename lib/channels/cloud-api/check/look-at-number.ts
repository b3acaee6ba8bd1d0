import { z } from 'zod';
import { type Finding, found } from '../../../messaging/finding';
import { failedLook } from '../../failed-look';
import { limitFinding, qualityFinding } from '../../meta/standing';
import type { HttpClient } from '../../http/http-client';
import type { CloudConnection } from '../../types';
import { askGraph } from '../ask-graph';

const maybeText = z.string().optional().catch(undefined);
const numberSchema = z.looseObject({
  display_phone_number: maybeText,
  verified_name: maybeText,
  name_status: maybeText,
  quality_rating: maybeText,
  code_verification_status: maybeText,
  platform_type: maybeText,
  status: maybeText,
  throughput: z.looseObject({ level: maybeText }).optional().catch(undefined),
});
const limitSchema = z.looseObject({ whatsapp_business_manager_messaging_limit: z.string() });

const fields =
  'display_phone_number,verified_name,name_status,quality_rating,code_verification_status,platform_type,status,throughput';

const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/**
 * The number behind the id with its name, quality, throughput and limit. Source: Meta, WhatsApp Business phone number;
 * reference §3.4–3.6.
 */
export async function lookAtNumber(http: HttpClient, connection: CloudConnection): Promise<Finding[]> {
  const path = encodeURIComponent(connection.phoneNumberId);
  let answer: unknown;
  try {
    answer = await askGraph(http, connection, { path, query: { fields } });
  } catch (error) {
    const failed = failedLook('number', error, 'number-wrong');
    return [{ ...failed, params: { id: connection.phoneNumberId } }];
  }
  const { data } = numberSchema.safeParse(answer);
  if (!data) return [found('number', 'number-wrong', { id: connection.phoneNumberId })];
  return [
    numberFinding(connection, data),
    ...nameFinding(data),
    qualityFinding(data.quality_rating),
    ...throughputFinding(data),
    await lookAtLimit(http, connection, path),
  ];
}

type Told = z.infer<typeof numberSchema>;

function numberFinding({ displayPhone }: CloudConnection, told: Told): Finding {
  const { display_phone_number: phone = '', platform_type: platform, status } = told;
  if (displayPhone !== null && phone !== '' && digitsOf(displayPhone) !== digitsOf(phone))
    return found('number', 'number-other', { phone, given: displayPhone });
  if (told.code_verification_status === 'NOT_VERIFIED')
    return found('number', 'number-unverified', { phone });
  if (platform !== undefined && platform !== 'CLOUD_API')
    return found('number', 'number-unregistered', { phone });
  if (status !== undefined && !['CONNECTED', 'UNKNOWN', 'PENDING'].includes(status))
    return found('number', 'number-offline', { phone, state: status });
  return found('number', 'number-good', { phone });
}

const goodNames = ['APPROVED', 'AVAILABLE_WITHOUT_REVIEW'];
const badNames = ['DECLINED', 'EXPIRED'];

function nameFinding({ verified_name: name = '', name_status: state }: Told): Finding[] {
  if (state === undefined) return name === '' ? [] : [found('display-name', 'name-good', { name })];
  if (goodNames.includes(state)) return [found('display-name', 'name-good', { name })];
  return [found('display-name', badNames.includes(state) ? 'name-declined' : 'name-pending', { name })];
}

const throughputFinding = ({ throughput }: Told): Finding[] =>
  throughput?.level === 'STANDARD' || throughput?.level === 'HIGH'
    ? [found('throughput', 'throughput-known', { level: throughput.level })]
    : [];

/** Asked alone: a field that an older version does not know spoils the whole answer. */
async function lookAtLimit(http: HttpClient, connection: CloudConnection, path: string): Promise<Finding> {
  try {
    const query = { fields: 'whatsapp_business_manager_messaging_limit' };
    const { data } = limitSchema.safeParse(await askGraph(http, connection, { path, query }));
    return limitFinding(data?.whatsapp_business_manager_messaging_limit);
  } catch (error) {
    return failedLook('messaging-limit', error, 'not-told');
  }
}
