import { type ChannelProvider, providerNames } from '../../../lib/messaging/providers';
import { useText } from '../../words';

/** What providers are called; only the simulator's name is translated. */
export function useProviderName(): (provider: ChannelProvider) => string {
  const t = useText('channels');
  return (provider) => (provider === 'simulator' ? t('simulator') : providerNames[provider]);
}
