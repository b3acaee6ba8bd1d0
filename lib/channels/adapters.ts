import type { Clock } from '../kernel/clock';
import type { ChannelProvider } from '../messaging/providers';
import type { InboundUpdate } from '../messaging/types';
import { createCloudApi } from './cloud-api/adapter';
import { createD360 } from './d360/adapter';
import { createGupshup } from './gupshup/adapter';
import { createOnPremises } from './onprem/adapter';
import { createTwilio } from './twilio/adapter';
import type { ChannelAdapter, ConnectionTo } from './types';

type Adapters = { [Provider in ChannelProvider]: ChannelAdapter<ConnectionTo<Provider>> };

/**
 * One adapter a provider, with its connections; shared by all channels of a process. `clock` dates what a provider brings
 * without a time, and ends logins.
 */
export function createAdapters(clock: Clock): (provider: ChannelProvider) => ChannelAdapter {
  const cloudApi = createCloudApi({ now: () => clock.now() });
  const adapters: Adapters = {
    'cloud-api': cloudApi,
    simulator: cloudApi,
    d360: createD360(),
    gupshup: createGupshup(),
    twilio: createTwilio({ now: () => clock.now() }),
    onprem: createOnPremises({ now: () => clock.now() }),
  };
  const all = [...new Set<Reader>(Object.values(adapters))];
  const reading = new Map<string, ChannelAdapter>(
    // Whoever asks for one hands it connections of the same provider: both come from one channel.
    Object.entries(adapters).map(([provider, adapter]) => [
      provider,
      { ...adapter, read: (payload) => readByAny([adapter, ...all], payload) },
    ]),
  );
  return (provider) => {
    const adapter = reading.get(provider);
    if (!adapter) throw new Error(`There is no adapter for ${provider}.`);
    return adapter;
  };
}

type Reader = Pick<ChannelAdapter, 'read'>;

/**
 * A part that waited while its number moved is in the old provider's shape. Each says nothing to what is not its own, so the
 * first that can read it is right.
 */
function readByAny(readers: readonly Reader[], payload: unknown): InboundUpdate | null {
  for (const reader of readers) {
    const update = reader.read(payload);
    if (update) return update;
  }
  return null;
}
