import { randomBytes } from 'node:crypto';
import type { ChannelCredentials } from '../../channels/credentials';
import { AppError } from '../../kernel/app-error';
import { phoneOfTyped } from '../../kernel/phone';
import type { ChannelForm } from '../../tenancy/channels/schema';
import type { NewHome } from '../move-channel';

/** What the provider has to show us, or we the provider: 192 bits, in letters that every form takes. */
const newSecret = (): string => randomBytes(24).toString('hex');

type Kept = { [Provider in ChannelForm['provider']]?: ChannelCredentials[Provider] };

/**
 * A number's place at a provider, as it was entered. `kept`: the credentials that a channel has there already; a field left
 * empty keeps its part of them, and what we made up ourselves stays as the provider was told. Throws `invalid` naming the fields that are missing or no
 * phone number.
 */
export function homeOf(form: ChannelForm, kept: Kept = {}): NewHome {
  const missing: { path: string; message: string }[] = [];
  const given = (path: string, value: string, before: string | undefined): string => {
    if (value !== '') return value;
    if (before === undefined || before === '') missing.push({ path, message: 'wanted' });
    return before ?? '';
  };
  const home = placeOf(form, kept, given);
  const phone = 'phone' in form ? phoneOfTyped(form.phone) : null;
  if ('phone' in form && phone === null) missing.push({ path: 'phone', message: 'phone-wanted' });
  if (missing.length > 0) throw new AppError('invalid', 'Some keys are missing.', missing);
  const phoneNumberId = 'phoneNumberId' in form ? form.phoneNumberId : '';
  return {
    ...home,
    // Where the provider has no id of its own, the number's digits are it.
    phoneNumberId: phoneNumberId === '' ? (phone ?? '').replace(/\D/g, '') : phoneNumberId,
    wabaId: 'wabaId' in form ? form.wabaId : null,
    displayPhone: phone,
  } as NewHome;
}

type Given = (path: string, value: string, before: string | undefined) => string;

function placeOf(form: ChannelForm, kept: Kept, given: Given): Pick<NewHome, 'provider' | 'credentials'> {
  switch (form.provider) {
    case 'cloud-api': {
      const before = kept['cloud-api'];
      return {
        provider: form.provider,
        credentials: {
          accessToken: given('accessToken', form.accessToken, before?.accessToken),
          appSecret: given('appSecret', form.appSecret, before?.appSecret),
          verifyToken: before?.verifyToken ?? newSecret(),
        },
      };
    }
    case 'd360': {
      const before = kept.d360;
      const partnerSecret = form.partnerSecret === '' ? before?.partnerSecret : form.partnerSecret;
      return {
        provider: form.provider,
        credentials: {
          apiKey: given('apiKey', form.apiKey, before?.apiKey),
          webhookSecret: before?.webhookSecret ?? newSecret(),
          ...(partnerSecret !== undefined && { partnerSecret }),
        },
      };
    }
    case 'gupshup': {
      const before = kept.gupshup;
      return {
        provider: form.provider,
        credentials: {
          apiKey: given('apiKey', form.apiKey, before?.apiKey),
          appName: form.appName,
          appId: form.appId,
          webhookToken: before?.webhookToken ?? newSecret(),
        },
      };
    }
    case 'twilio':
      return {
        provider: form.provider,
        credentials: {
          accountSid: form.accountSid,
          authToken: given('authToken', form.authToken, kept.twilio?.authToken),
        },
      };
    case 'onprem': {
      const before = kept.onprem;
      return {
        provider: form.provider,
        credentials: {
          username: form.username,
          password: given('password', form.password, before?.password),
          webhookToken: before?.webhookToken ?? newSecret(),
          ...(form.namespace !== '' && { namespace: form.namespace }),
        },
      };
    }
  }
}
