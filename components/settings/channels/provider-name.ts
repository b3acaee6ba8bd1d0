import type { ChannelProvider } from '../../../lib/messaging/providers';
import { useText } from '../../words';

const names = {
  'cloud-api': 'Meta',
  d360: '360dialog',
  twilio: 'Twilio',
  gupshup: 'Gupshup',
  onprem: 'On-Premises API',
} as const;

/** What providers are called: their names are the same in every language. */
export function useProviderName(): (provider: ChannelProvider) => string {
  const t = useText('channels');
  return (provider) => (provider === 'simulator' ? t('simulator') : names[provider]);
}
